package org.juntos.engine.preview;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.juntos.wire.PublicAddress;

/// Pages over HTTP. No cookies, no referrer, no proxy; each redirect is looked at like the first
/// address. A name is looked up once for each connection, and connected to is what was looked at:
/// it cannot change its mind in between.
public final class OkHttpLinkPages implements LinkPages, AutoCloseable {
  static final int MOST_REDIRECTS = 3;
  static final int PAGE_BYTES = 512 * 1024;
  static final int PICTURE_BYTES = 5 * 1024 * 1024;

  private static final Duration ALL = Duration.ofSeconds(10);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final String NAME = "Mozilla/5.0 (compatible; Juntos link preview)";
  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

  private final InstantSource clock;
  private final Predicate<InetAddress> reachable;
  private final Duration all;
  private final OkHttpClient client;

  /// Reaches the public Internet, and nothing else.
  public OkHttpLinkPages(InstantSource clock) {
    this(clock, PublicAddress::isPublic, ALL);
  }

  /// @param reachable which addresses are connected to
  /// @param all how long everything may take
  OkHttpLinkPages(InstantSource clock, Predicate<InetAddress> reachable, Duration all) {
    this.clock = clock;
    this.reachable = reachable;
    this.all = all;
    client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(CONNECT)
            .dns(this::lookup)
            .addNetworkInterceptor(this::checked)
            .build();
  }

  private List<InetAddress> lookup(String host) throws UnknownHostException {
    var found = Dns.SYSTEM.lookup(host);
    if (!found.stream().allMatch(reachable)) {
      throw new UnknownHostException("not a public address");
    }
    return found;
  }

  /// An address that is no name is connected to without being looked up.
  private Response checked(Interceptor.Chain chain) throws IOException {
    var connection = chain.connection();
    var to = connection == null ? null : connection.route().socketAddress().getAddress();
    if (to == null || !reachable.test(to)) {
      throw new UnknownHostException("not a public address");
    }
    return chain.proceed(chain.request());
  }

  @Override
  public Answer fetch(URI address, Want want) throws InterruptedException {
    var deadline = clock.instant().plus(all);
    var next = HttpUrl.get(address);
    try {
      for (int hop = 0; next != null && hop <= MOST_REDIRECTS; hop++) {
        switch (hop(next, want, deadline)) {
          case Hop.Elsewhere(var url) -> next = url;
          case Hop.Here(var answer) -> {
            return answer;
          }
        }
      }
      return new Answer.Failed("too many redirects");
    } catch (IOException | IllegalArgumentException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Answer.Failed(e.getClass().getSimpleName());
    }
  }

  /// One request.
  private sealed interface Hop {
    record Elsewhere(@Nullable HttpUrl url) implements Hop {}

    record Here(Answer answer) implements Hop {}
  }

  private Hop hop(HttpUrl url, Want want, Instant deadline) throws IOException {
    var left = Duration.between(clock.instant(), deadline);
    if (!left.isPositive()) {
      return failed("took too long");
    }
    if (!isReachable(url.host())) { // before anything is connected to
      return failed("not a public address");
    }
    var request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", NAME)
            .header("Accept", want == Want.PAGE ? "text/html" : "image/*")
            .build();
    var call = client.newCall(request);
    var patience = left.compareTo(all) < 0 ? left : all;
    call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = call.execute();
        Closeable _ = call::cancel) { // or the end of a response would be read on for a while
      var location = response.header("Location");
      return ELSEWHERE.contains(response.code()) && location != null
          ? new Hop.Elsewhere(elsewhere(url, location))
          : new Hop.Here(answer(response, want));
    }
  }

  private boolean isReachable(String host) {
    try {
      return reachable.test(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) { // a name, which is looked up
      return true;
    }
  }

  /// Null where nothing is to be fetched: other schemes, and what is not encrypted any more.
  static @Nullable HttpUrl elsewhere(HttpUrl from, String location) throws IOException {
    var to = from.resolve(location);
    if (to == null || (from.isHttps() && !to.isHttps())) {
      throw new IOException("a redirect that is not followed");
    }
    return to;
  }

  private static Answer answer(Response response, Want want) throws IOException {
    var type = response.header("Content-Type", "");
    var kind = (type == null ? "" : type).strip().toLowerCase(Locale.ROOT);
    boolean fits =
        want == Want.PICTURE
            ? kind.startsWith("image/")
            : kind.startsWith("text/html") || kind.startsWith("application/xhtml+xml");
    if (!response.isSuccessful() || !fits) {
      return new Answer.Failed("HTTP status " + response.code() + " or another type");
    }
    int most = want == Want.PICTURE ? PICTURE_BYTES : PAGE_BYTES;
    var body = response.body().byteStream().readNBytes(most + 1);
    if (body.length > most && want == Want.PICTURE) {
      return new Answer.Failed("too large");
    }
    var read = body.length > most ? Arrays.copyOf(body, most) : body;
    return new Answer.Fetched(response.request().url().uri(), kind, Bytes.of(read));
  }

  private static Hop failed(String why) {
    return new Hop.Here(new Answer.Failed(why));
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
