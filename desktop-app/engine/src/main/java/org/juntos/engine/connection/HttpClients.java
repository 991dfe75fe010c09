package org.juntos.engine.connection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.juntos.wire.Bytes;

/// One OkHttp client for all publicly trusted relays and one for each pinned key: connections of
/// one are never used for another.
final class HttpClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int MANY = 4_096;

  private final Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
  private final ConnectionPool connections = new ConnectionPool(8, 2, TimeUnit.MINUTES);
  private final Duration keepAlive;
  private final Map<Bytes, OkHttpClient> clients = new ConcurrentHashMap<>();

  HttpClients(Duration keepAlive) {
    this.keepAlive = keepAlive;
    dispatcher.setMaxRequests(MANY);
    dispatcher.setMaxRequestsPerHost(MANY);
  }

  OkHttpClient to(RelayAddress relay) {
    return clients.computeIfAbsent(relay.tlsPin(), this::client);
  }

  private OkHttpClient client(Bytes pin) {
    var client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(connections)
            .socketFactory(new PromptSockets())
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .webSocketCloseTimeout(GOODBYE)
            .pingInterval(keepAlive)
            .followRedirects(false)
            .fastFallback(false) // its waiting does not take an interrupt
            .addInterceptor(uncompressed());
    if (!pin.isEmpty()) {
      var trust = new PinnedTrust(pin);
      client.sslSocketFactory(trust.sockets(), trust).hostnameVerifier((_, _) -> true);
    }
    return client.build();
  }

  /// Ends what runs to `relay`.
  void cancel(RelayAddress relay) {
    var base = HttpUrl.get(relay.uri().toString());
    for (var call : dispatcher.runningCalls()) {
      var url = call.request().url();
      if (url.host().equals(base.host()) && url.port() == base.port()) {
        call.cancel();
      }
    }
  }

  /// Ciphertext does not shrink, and compressed lengths tell tales.
  private static Interceptor uncompressed() {
    return chain -> {
      var plain = chain.request().newBuilder();
      plain.removeHeader("Sec-WebSocket-Extensions").header("Accept-Encoding", "identity");
      Response answer = chain.proceed(plain.build());
      return answer;
    };
  }

  @Override
  public void close() {
    dispatcher.cancelAll();
    connections.evictAll();
    dispatcher.executorService().shutdown();
  }
}
