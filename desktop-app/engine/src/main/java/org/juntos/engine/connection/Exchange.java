package org.juntos.engine.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends requests to one relay, with or without a token.
final class Exchange {
  /// A relay whose demand rises may ask again.
  private static final int MOST_WORKS = 3;

  private final OkHttpClient client;
  private final HttpUrl base;

  Exchange(OkHttpClient client, RelayAddress relay) {
    this.client = client;
    this.base = HttpUrl.get(relay.uri().toString());
  }

  OkHttpClient client() {
    return client;
  }

  /// A request for a path, whose parts after the constant are encoded.
  Request.Builder request(String path, String... more) {
    var url = base.newBuilder().addEncodedPathSegments(path.substring(1));
    for (var part : more) {
      url.addPathSegment(part);
    }
    return new Request.Builder().url(url.build());
  }

  /// Sends and lends the answer to `reader`.
  ///
  /// @throws InterruptedIOException when the calling thread was interrupted
  /// @throws UntrustedRelayException when it is not the relay that answers
  <T> RelayResult<T> send(Request request, Reader<T> reader) throws IOException {
    return send(request, Duration.ZERO, reader);
  }

  /// The same, each time given up after `patience`, without the work that the relay may ask for;
  /// zero waits as long as there is progress.
  <T> RelayResult<T> send(Request request, Duration patience, Reader<T> reader) throws IOException {
    var asked = request;
    for (int works = 0; ; works++) {
      var call = client.newCall(asked);
      call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
      try (var answer = call.execute()) {
        if (answer.isSuccessful()) {
          return new RelayResult.Ok<>(reader.read(answer));
        }
        var solved = works == MOST_WORKS ? null : WorkSolver.solved(request, answer);
        if (solved == null) {
          return Refusals.read(answer);
        }
        asked = solved;
      } catch (IOException e) {
        throw told(e);
      }
    }
  }

  private static IOException told(IOException failure) {
    if (Thread.currentThread().isInterrupted() && !(failure instanceof InterruptedIOException)) {
      var interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(failure);
      return interrupted;
    }
    var why = untrusted(failure);
    return why == null ? failure : new UntrustedRelayException(why, failure);
  }

  /// Why a failure means that the relay is not whom it should be; null when it does not.
  static @Nullable String untrusted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return null;
  }

  /// Makes a value of a good answer.
  @FunctionalInterface
  interface Reader<T> {
    T read(Response answer) throws IOException;
  }
}
