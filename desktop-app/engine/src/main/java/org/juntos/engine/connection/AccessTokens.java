package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.IssueToken;

/// The access token of one device at one relay: asked for when needed, kept in memory until shortly
/// before its end. Life times are taken from the relay's clock alone, so a wrong clock here does no
/// harm.
final class AccessTokens {
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private String token = "";
  private Instant renewAt = Instant.MIN;

  AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  /// A token that is good now.
  RelayResult<String> current(Exchange relay, Credentials credentials) throws IOException {
    lock.lock();
    try {
      return clock.instant().isBefore(renewAt) ? new Ok<>(token) : issue(relay, credentials);
    } finally {
      lock.unlock();
    }
  }

  /// The relay no longer takes `refused`.
  void forget(String refused) {
    lock.lock();
    try {
      if (token.equals(refused)) {
        renewAt = Instant.MIN;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Takes a token that came with an answer.
  void keep(AccessToken issued, Response answer) {
    lock.lock();
    try {
      token = issued.getToken();
      renewAt = clock.instant().plus(lifetime(issued, answer.headers().getDate("Date")));
    } finally {
      lock.unlock();
    }
  }

  private RelayResult<String> issue(Exchange relay, Credentials credentials) throws IOException {
    var device = credentials.device();
    var body =
        IssueToken.newBuilder()
            .setAccountId(WireValues.bytes(device.account().bytes()))
            .setDeviceId(device.device())
            .setDeviceSecret(credentials.secret().use(WireValues::bytes));
    var request = relay.request(Paths.TOKENS).post(ProtobufBody.of(body.build())).build();
    return relay.send(
        request,
        answer -> {
          keep(ProtobufBody.read(answer, AccessToken.parser()), answer);
          return token;
        });
  }

  /// Nine tenths of what the relay grants.
  private Duration lifetime(AccessToken issued, @Nullable Date relayTime) {
    var now = relayTime == null ? clock.instant() : relayTime.toInstant();
    var granted = Duration.between(now, Instant.ofEpochMilli(issued.getExpiresAtMs()));
    return granted.isPositive() ? granted.multipliedBy(9).dividedBy(10) : Duration.ZERO;
  }
}
