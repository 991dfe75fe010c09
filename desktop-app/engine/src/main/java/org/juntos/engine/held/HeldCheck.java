package org.juntos.engine.held;

import java.io.IOException;
import org.juntos.engine.connection.HeldAnswer;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;

/// Asks the relay what it holds on this account, checks its signature, and compares.
public record HeldCheck(Self self, Store store, RelayApi relay, CryptoSource cryptos) {
  /// The answer, or why there is none that counts.
  public Outcome look() {
    try {
      return switch (relay.held()) {
        case Refused<SignedWord> refused -> Problems.refused(refused);
        case Ok<SignedWord>(SignedWord signed) -> read(signed);
      };
    } catch (UntrustedRelayException _) {
      return Problems.refused("relay-untrusted");
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  private Outcome read(SignedWord signed) {
    var held = HeldAnswer.verified(signed, self.trustRoot());
    if (held == null || !held.account().equals(self.account())) {
      return Problems.refused("held-unsigned");
    }
    var expected = store.read(txn -> Expected.of(txn, self, cryptos));
    return new Outcome.Held(
        new HeldView(
            held.at(),
            held.tables().stream().map(HeldWords::kind).toList(),
            new Comparison(held, expected).differences()));
  }
}
