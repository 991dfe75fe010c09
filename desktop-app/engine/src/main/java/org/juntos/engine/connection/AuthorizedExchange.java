package org.juntos.engine.connection;

import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.wire.ErrorCode;

/// Requests of one device: with its token, and once more with a new one when the relay does not
/// take it any longer.
final class AuthorizedExchange {
  private final Exchange relay;
  private final AccessTokens tokens;
  private final @Nullable Credentials credentials;

  AuthorizedExchange(Exchange relay, AccessTokens tokens, @Nullable Credentials credentials) {
    this.relay = relay;
    this.tokens = tokens;
    this.credentials = credentials;
  }

  Request.Builder request(String path, String... more) {
    return relay.request(path, more);
  }

  /// A request whose body can be written once only is not repeated.
  <T> RelayResult<T> send(Request.Builder request, Exchange.Reader<T> reader) throws IOException {
    return switch (token()) {
      case Refused<String> refused -> refused.as();
      case Ok<String>(var token) -> {
        var sent = request.header("Authorization", "Bearer " + token).build();
        var answer = relay.send(sent, reader);
        yield isStale(answer, token) && !isOneShot(sent) ? again(request, reader) : answer;
      }
    };
  }

  private <T> RelayResult<T> again(Request.Builder request, Exchange.Reader<T> reader)
      throws IOException {
    return switch (token()) {
      case Refused<String> refused -> refused.as();
      case Ok<String>(var token) ->
          relay.send(request.header("Authorization", "Bearer " + token).build(), reader);
    };
  }

  private RelayResult<String> token() throws IOException {
    return credentials == null
        ? new Refused<>(ErrorCode.UNAUTHORIZED, "", null, "no credentials")
        : tokens.current(relay, credentials);
  }

  private boolean isStale(RelayResult<?> answer, String token) {
    boolean stale =
        answer instanceof Refused<?> refused && refused.code() == ErrorCode.UNAUTHORIZED;
    if (stale) {
      tokens.forget(token);
    }
    return stale;
  }

  private static boolean isOneShot(Request request) {
    var body = request.body();
    return body != null && body.isOneShot();
  }
}
