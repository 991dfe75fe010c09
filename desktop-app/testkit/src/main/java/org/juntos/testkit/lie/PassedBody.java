package org.juntos.testkit.lie;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// The body of a request, straight from whoever sends it.
final class PassedBody extends RequestBody {
  private final Request request;

  PassedBody(Request request) {
    this.request = request;
  }

  /// None: the header passes with the others.
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return request.getLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.writeAll(Okio.source(Content.Source.asInputStream(request)));
  }
}
