package org.juntos.engine.group;

import java.time.Duration;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.engine.online.Due;
import org.juntos.engine.online.Line;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;

/// Looks at groups of which there is something new.
public final class GroupUpkeep implements Turn {
  private final Store store;
  private final GroupSync sync;
  private final Due due;
  private final Wakeup wakeup = new Wakeup();

  public GroupUpkeep(Store store, Line line, GroupSync sync, Backoff backoff) {
    this.store = store;
    this.sync = sync;
    this.due = new Due(line, backoff);
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Writes down who may edit groups that an older version has kept; to be called once, first.
  public void learnEditors() {
    store.write(txn -> {
      for (var group : txn.groups().all()) {
        var facts = GroupFacts.read(GroupSecrets.of(group.key()), group.head(), group.state());
        if (facts != null && !txn.groups().knowsEditors(group.conversation())) {
          GroupBook.putEditors(txn, group.conversation(), facts);
        }
      }
      return true;
    });
  }

  @Override
  public Duration turn() {
    return due.turn(() -> waiting().forEach(sync::refresh), () -> !waiting().isEmpty());
  }

  private List<ConversationId> waiting() {
    return store.read(txn -> txn.groups().due());
  }
}
