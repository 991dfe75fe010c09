package org.juntos.testkit.lie;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;

/// Passes requests on to the relay and answers back. Blobs go through a step at a time, either way.
final class PassedRequests {
  private static final Pattern KEYS = Pattern.compile(Paths.ACCOUNTS + "/([^/]+)/keys");
  private static final Pattern BLOB = Pattern.compile(Paths.BLOBS + "/([^/]+)");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");
  private static final int PARTIAL = 206;
  private static final int STEP_BYTES = 64 * 1024;

  /// Headers that are about one hop, or that whoever sends makes itself.
  private static final Set<String> OF_ONE_HOP =
      Set.of("host", "connection", "keep-alive", "transfer-encoding", "content-length", "upgrade");

  private final OkHttpClient client;
  private final HttpUrl relay;
  private final WireLies lies;

  PassedRequests(OkHttpClient client, URI relay, WireLies lies) {
    this.client = client;
    this.relay = HttpUrl.get(relay.toString());
    this.lies = lies;
  }

  /// The same request to the relay, for the blob that the script wants.
  okhttp3.Request passed(Request request) throws IOException {
    var passed = new okhttp3.Request.Builder().url(url(request));
    for (var field : request.getHeaders()) {
      if (passes(field.getName())) {
        passed.addHeader(field.getName(), field.getValue());
      }
    }
    if (!request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING)) {
      passed.header("Accept-Encoding", "identity"); // or OkHttp asks for gzip
    }
    return passed.method(request.getMethod(), body(request)).build();
  }

  private static boolean passes(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return !OF_ONE_HOP.contains(name) && !name.startsWith("sec-websocket-");
  }

  private HttpUrl url(Request request) throws IOException {
    var path = request.getHttpURI().getPathQuery();
    var blob = BLOB.matcher(path);
    boolean isRead = request.getMethod().equals("GET") && blob.matches();
    var asked = isRead ? Paths.BLOBS + "/" + lies.script().blob(blob.group(1)) : path;
    var url = relay.resolve(asked);
    if (url == null) {
      throw new IOException("no path of the relay: " + asked);
    }
    return url;
  }

  private static @Nullable RequestBody body(Request request) {
    return switch (request.getMethod()) {
      case "POST", "PUT", "PATCH" -> new PassedBody(request);
      default -> null;
    };
  }

  /// Asks the relay and answers as it does, or as the script wants.
  ///
  /// @throws IOException when either end breaks; what was answered so far is not ended then, so
  ///   that it does not look whole
  void send(okhttp3.Request passed, Response response) throws IOException {
    try (var answer = client.newCall(passed).execute()) {
      response.setStatus(answer.code());
      headers(answer.headers(), response);
      if (answer.isSuccessful() && passed.method().equals("GET")) {
        tell(passed, answer, response);
      } else {
        copy(answer, response);
      }
    }
  }

  static void headers(Headers honest, Response response) {
    for (var header : honest) {
      if (passes(header.getFirst())) {
        response.getHeaders().add(header.getFirst(), header.getSecond());
      }
    }
  }

  private void tell(okhttp3.Request passed, okhttp3.Response answer, Response response)
      throws IOException {
    var path = passed.url().encodedPath();
    var keys = KEYS.matcher(path);
    if (keys.matches()) {
      var account = AccountId.parse(keys.group(1));
      write(lies.bundles(account, answer.body().bytes()), response);
    } else if (path.equals(Paths.SENDER_CERTIFICATE)) {
      write(lies.certificate(Bearer.device(passed), answer.body().bytes()), response);
    } else if (BLOB.matcher(path).matches()) {
      download(passed, answer, response);
    } else {
      copy(answer, response);
    }
  }

  private static void write(byte[] body, Response response) throws IOException {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    try (var out = Content.Sink.asOutputStream(response)) {
      out.write(body);
    }
  }

  /// A script that touches the bytes may change how many there are, so their number is not told.
  private void download(okhttp3.Request passed, okhttp3.Response answer, Response response)
      throws IOException {
    var range = RANGE.matcher(String.valueOf(passed.header("Range")));
    long from = answer.code() == PARTIAL && range.matches() ? Long.parseLong(range.group(1)) : 0;
    var honest = Channels.newChannel(Content.Sink.asOutputStream(response));
    var told = lies.script().blobBytes(from, honest);
    if (told.equals(honest)) {
      announce(answer, response);
    }
    copy(answer, told);
  }

  private static void copy(okhttp3.Response answer, Response response) throws IOException {
    announce(answer, response);
    copy(answer, Channels.newChannel(Content.Sink.asOutputStream(response)));
  }

  private static void announce(okhttp3.Response answer, Response response) {
    var length = answer.header("Content-Length");
    if (length != null) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }
  }

  private static void copy(okhttp3.Response answer, WritableByteChannel sink) throws IOException {
    var buffer = ByteBuffer.allocate(STEP_BYTES);
    while (answer.body().source().read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        sink.write(buffer);
      }
      buffer.clear();
    }
    sink.close();
  }
}
