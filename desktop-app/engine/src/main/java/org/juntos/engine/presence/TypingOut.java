package org.juntos.engine.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Ephemerals;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Store;
import org.juntos.wire.AccountId;

/// Tells a contact that the person types to them: only while they are known to be here, not more
/// often than is needed, and not at all when the account does not share its presence.
public final class TypingOut {
  /// As long as typing goes on it is said again after this.
  static final Duration AGAIN = Duration.ofSeconds(8);

  private final Store store;
  private final Jobs jobs;
  private final Presences presences;
  private final Ephemerals ephemerals;
  private Said said = new Said(new AccountId(new UUID(0, 0)), false, Instant.MIN);

  public TypingOut(Store store, Jobs jobs, Presences presences, Ephemerals ephemerals) {
    this.store = store;
    this.jobs = jobs;
    this.presences = presences;
    this.ephemerals = ephemerals;
  }

  private record Said(AccountId to, boolean typing, Instant at) {}

  /// See [org.juntos.engine.intent.Intent.Typing].
  public synchronized Outcome type(ConversationId conversation, boolean typing) {
    var summary = store.read(txn -> txn.history().conversation(conversation));
    var peer = summary == null ? null : summary.peer(); // of a group: none
    if (peer == null || !presences.isOnline(peer) || store.read(PresenceSharing::isHidden)) {
      return new Outcome.Done();
    }
    var now = jobs.now();
    var next = new Said(peer, typing, now);
    if (isNews(next)) {
      said = next;
      ephemerals.send(peer, new Content.Typing(typing, now));
    }
    return new Outcome.Done();
  }

  private boolean isNews(Said next) {
    boolean same = next.to().equals(said.to()) && next.typing() == said.typing();
    return next.typing()
        ? !same || !next.at().isBefore(said.at().plus(AGAIN))
        : next.to().equals(said.to()) && said.typing();
  }
}
