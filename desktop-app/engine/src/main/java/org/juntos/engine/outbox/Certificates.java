package org.juntos.engine.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.wire.Bytes;

/// The sender certificate of this device: fetched when there is none, and again at half of its
/// life, within bounds that keep a wrong clock from asking all the time or never. For the sender's
/// thread only.
final class Certificates {
  private static final Duration KEPT_AT_LEAST = Duration.ofMinutes(10);
  private static final Duration KEPT_AT_MOST = Duration.ofHours(12);

  private final RelayApi relay;
  private final InstantSource clock;
  private final InstantSource counter;
  private Bytes current = Bytes.EMPTY;
  private Instant renewAt = Instant.MIN;

  /// @param clock this device's, which people set
  /// @param counter goes on evenly
  Certificates(RelayApi relay, InstantSource clock, InstantSource counter) {
    this.relay = relay;
    this.clock = clock;
    this.counter = counter;
  }

  /// The newest one; empty when the relay has refused to give one.
  ///
  /// @throws IOException when there is none yet and the relay cannot be reached
  Bytes newest() throws IOException {
    var now = counter.instant();
    if (!current.isEmpty() && now.isBefore(renewAt)) {
      return current;
    }
    if (relay.senderCertificate()
        instanceof RelayResult.Ok<IssuedCertificate>(IssuedCertificate issued)) {
      current = issued.certificate();
      renewAt = now.plus(kept(issued));
    }
    return current;
  }

  private Duration kept(IssuedCertificate issued) {
    var half = Duration.between(clock.instant(), issued.expiresAt()).dividedBy(2);
    if (half.compareTo(KEPT_AT_LEAST) < 0) {
      return KEPT_AT_LEAST;
    }
    return half.compareTo(KEPT_AT_MOST) > 0 ? KEPT_AT_MOST : half;
  }

  /// The certificate cannot be used: the next call fetches another.
  void discard() {
    current = Bytes.EMPTY;
  }
}
