package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Request;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.wire.Paths;

/// What a stream is asked for with. For one stream.
interface Ticket {
  /// The request that opens it.
  RelayResult<Request> request() throws IOException;

  /// The relay did not take it: whether there may be a better one now.
  boolean renew();

  /// Of nobody.
  static Ticket anonymous(Exchange relay) {
    return new Ticket() {
      @Override
      public RelayResult<Request> request() {
        return new Ok<>(relay.request(Paths.ANONYMOUS).build());
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }

  /// Of a device: its token. When that is not taken, a new one is tried, once.
  final class OfDevice implements Ticket {
    private final Exchange relay;
    private final AccessTokens tokens;
    private final Credentials credentials;
    private final Duration patience;
    private volatile String token = "";
    private volatile boolean renewed;

    /// @param patience how long to wait for a token; zero waits as long as there is progress
    OfDevice(Exchange relay, AccessTokens tokens, Credentials credentials, Duration patience) {
      this.relay = relay;
      this.tokens = tokens;
      this.credentials = credentials;
      this.patience = patience;
    }

    @Override
    public RelayResult<Request> request() throws IOException {
      return switch (tokens.current(relay, credentials, patience)) {
        case Ok<String>(var current) -> {
          token = current;
          yield new Ok<>(
              relay.request(Paths.STREAM).header("Authorization", "Bearer " + current).build());
        }
        case Refused<String> refused ->
            new Refused<>(
                refused.code(), refused.requestId(), refused.retryAfter(), refused.detail());
      };
    }

    @Override
    public boolean renew() {
      if (renewed) {
        return false;
      }
      renewed = true;
      tokens.forget(token);
      return true;
    }
  }
}
