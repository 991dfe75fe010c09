package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.SendFailedException;

/// Posts to a gateway that speaks HTTP.
public final class HttpGateway implements AutoCloseable {
  private final HttpClient client;
  private final Retries retries;

  /// @param trust whom to trust; null for the certificate authorities of this machine
  public HttpGateway(@Nullable SSLContext trust, Retries retries) {
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(Retries.PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER);
    this.client = (trust == null ? builder : builder.sslContext(trust)).build();
    this.retries = retries;
  }

  /// Posts until it is taken.
  ///
  /// @param request makes each try
  /// @param repeatable whether the gateway drops a repeat; if not, a request whose answer is
  ///   missing is not made again
  void post(Supplier<HttpRequest> request, boolean repeatable) throws IOException {
    retries.run(() -> attempt(request.get(), repeatable));
  }

  private @Nullable String attempt(HttpRequest request, boolean repeatable) throws IOException {
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return verdict(status);
    } catch (ConnectException | HttpConnectTimeoutException refused) {
      return refused.getClass().getSimpleName();
    } catch (SendFailedException already) {
      throw already;
    } catch (IOException failed) {
      var why = failed.getClass().getSimpleName();
      if (repeatable) {
        return why;
      }
      throw new SendFailedException(why, failed);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  private static @Nullable String verdict(int status) throws SendFailedException {
    if (status / 100 == 2) {
      return null;
    }
    var why = "HTTP status " + status;
    if (status == 429 || status / 100 == 5) {
      return why;
    }
    throw new SendFailedException(why);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
