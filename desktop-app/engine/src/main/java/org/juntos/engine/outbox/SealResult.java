package org.juntos.engine.outbox;

import java.util.List;
import org.juntos.store.outbox.Outbox.SealedEnvelope;

/// Outcome of sealing a job for every device of its recipient.
sealed interface SealResult {
  /// Fixed in the outbox, too.
  record Fixed(List<SealedEnvelope> envelopes) implements SealResult {}

  /// There is no session to seal with: establish one.
  record NoSession() implements SealResult {}

  /// Fetch another sender certificate.
  record BadCertificate() implements SealResult {}

  /// Will never be sealed.
  record Impossible(String code) implements SealResult {}
}
