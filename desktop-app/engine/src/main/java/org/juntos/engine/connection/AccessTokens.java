package org.juntos.engine.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.IssueToken;

/// The access token of one device at one relay: asked for when needed, kept in memory until shortly
/// before its end. Whoever is refused with it says so, and it is asked for anew.
final class AccessTokens {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private String token = "";
  private Instant renewAt = Instant.MIN;

  AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  /// A token that is good now.
  RelayResult<String> current(Exchange relay, Credentials credentials) throws IOException {
    return current(relay, credentials, Duration.ZERO);
  }

  /// The same, given up after `patience`; zero waits as long as there is progress.
  RelayResult<String> current(Exchange relay, Credentials credentials, Duration patience)
      throws IOException {
    take(patience);
    try {
      return clock.instant().isBefore(renewAt)
          ? new Ok<>(token)
          : issue(relay, credentials, patience);
    } finally {
      lock.unlock();
    }
  }

  /// Somebody else may be waiting for the relay.
  private void take(Duration patience) throws InterruptedIOException {
    if (patience.isZero()) {
      lock.lock();
      return;
    }
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InterruptedIOException("no token in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
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

  private void keep(AccessToken issued) {
    token = issued.getToken();
    renewAt = clock.instant().plus(lifetime(issued));
  }

  private RelayResult<String> issue(Exchange relay, Credentials credentials, Duration patience)
      throws IOException {
    var device = credentials.device();
    var body =
        IssueToken.newBuilder()
            .setAccountId(WireValues.bytes(device.account().bytes()))
            .setDeviceId(device.device())
            .setDeviceSecret(credentials.secret().use(WireValues::bytes));
    var request = relay.request(Paths.TOKENS).post(ProtobufBody.of(body.build())).build();
    return relay.send(
        request,
        patience,
        answer -> {
          keep(ProtobufBody.read(answer, AccessToken.parser()));
          return token;
        });
  }

  /// Nine tenths of what the relay grants, within bounds that keep a wrong clock from asking all
  /// the time or never.
  private Duration lifetime(AccessToken issued) {
    var granted = Duration.between(clock.instant(), Instant.ofEpochMilli(issued.getExpiresAtMs()));
    var nineTenths = granted.multipliedBy(9).dividedBy(10);
    return nineTenths.compareTo(SHORTEST) < 0
        ? SHORTEST
        : nineTenths.compareTo(LONGEST) > 0 ? LONGEST : nineTenths;
  }
}
