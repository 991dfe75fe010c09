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
/// life. For the sender's thread only.
final class Certificates {
  private static final Duration KEPT_AT_LEAST = Duration.ofMinutes(1);

  private final RelayApi relay;
  private final InstantSource clock;
  private Bytes current = Bytes.EMPTY;
  private Instant renewAt = Instant.MIN;

  Certificates(RelayApi relay, InstantSource clock) {
    this.relay = relay;
    this.clock = clock;
  }

  /// The newest one; empty when the relay has refused to give one.
  ///
  /// @throws IOException when there is none yet and the relay cannot be reached
  Bytes newest() throws IOException {
    var now = clock.instant();
    if (!current.isEmpty() && now.isBefore(renewAt)) {
      return current;
    }
    if (relay.senderCertificate()
        instanceof RelayResult.Ok<IssuedCertificate>(IssuedCertificate issued)) {
      current = issued.certificate();
      var half = Duration.between(now, issued.expiresAt()).dividedBy(2);
      renewAt = now.plus(half.compareTo(KEPT_AT_LEAST) < 0 ? KEPT_AT_LEAST : half);
    }
    return current;
  }

  /// The certificate cannot be used: the next call fetches another.
  void discard() {
    current = Bytes.EMPTY;
  }
}
