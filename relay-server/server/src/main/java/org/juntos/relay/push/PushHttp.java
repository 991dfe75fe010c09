package org.juntos.relay.push;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.push.PushSender.Pushed;
import org.juntos.wire.PublicAddress;

/// Requests to push services: over TLS, without redirects, ended after seconds.
public final class PushHttp implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER_BYTES = 16 * 1024;
  private static final int LONGEST_WAIT_SECONDS = 24 * 60 * 60;

  private final @Nullable X509TrustManager trust;
  private final boolean publicOnly;
  private @Nullable OkHttpClient client;

  private PushHttp(@Nullable X509TrustManager trust, boolean publicOnly) {
    this.trust = trust;
    this.publicOnly = publicOnly;
  }

  /// To whatever address.
  ///
  /// @param trust whom to trust; null for the certificate authorities of this machine
  public static PushHttp anywhere(@Nullable X509TrustManager trust) {
    return new PushHttp(trust, false);
  }

  /// To the public Internet only.
  public static PushHttp outside(@Nullable X509TrustManager trust) {
    return new PushHttp(trust, true);
  }

  /// Made when it is needed: a relay that wakes nobody starts without it.
  private synchronized OkHttpClient client() {
    var made = client;
    if (made == null) {
      made = make();
      client = made;
    }
    return made;
  }

  private OkHttpClient make() {
    var builder =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .connectTimeout(CONNECT)
            .callTimeout(ALL);
    if (publicOnly) {
      builder.dns(new PublicAddresses());
    }
    return trust == null
        ? builder.build()
        : builder.sslSocketFactory(sockets(trust), trust).build();
  }

  private static SSLSocketFactory sockets(X509TrustManager trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no TLS", impossible);
    }
  }

  /// Sends and reads the answer.
  Reply send(Request request) throws IOException {
    // addresses that are no names are connected to without being looked up
    if (publicOnly && PublicAddress.isPrivateLiteral(request.url().host())) {
      throw new UnknownHostException("not a public address");
    }
    try (var answer = client().newCall(request).execute()) {
      var text = answer.peekBody(LONGEST_ANSWER_BYTES).string();
      return new Reply(answer.code(), text, retryAfter(answer));
    }
  }

  private static Duration retryAfter(Response answer) {
    var seconds = answer.header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,9}")
        ? Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(seconds)))
        : Duration.ZERO;
  }

  /// An answer.
  ///
  /// @param text the beginning of its body
  /// @param retryAfter zero when it does not say
  record Reply(int status, String text, Duration retryAfter) {
    boolean isGood() {
      return status / 100 == 2;
    }

    /// What all push services mean by their statuses.
    Pushed verdict() {
      return switch (status) {
        case 404, 410 -> new Pushed.Gone();
        case 408, 425, 429 -> new Pushed.Later(retryAfter);
        default ->
            isGood()
                ? new Pushed.Taken()
                : status / 100 == 5
                    ? new Pushed.Later(retryAfter)
                    : new Pushed.Refused("HTTP status " + status);
      };
    }

    /// The members of its body; none when that is no JSON object.
    Map<String, Object> members() {
      try {
        return JSON.std.mapFrom(text);
      } catch (IOException _) {
        return Map.of();
      }
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
