package org.juntos.engine;

import org.juntos.engine.attachment.Cancellation;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayClock;
import org.juntos.engine.conversation.VanishingDesk;
import org.juntos.engine.conversation.Writing;
import org.juntos.engine.group.GroupDesk;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.SteadyTime;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.engine.vanishing.Retaining;
import org.juntos.engine.vanishing.SavedTime;
import org.juntos.engine.vanishing.Vanisher;
import org.juntos.engine.vanishing.Withdrawing;
import org.juntos.store.Store;

/// What makes messages go by themselves, put together.
record VanishingParts(VanishingDesk desk, Vanisher vanisher, Retaining retaining) {
  static VanishingParts of(
      EngineParts parts,
      Store store,
      RelayApi relay,
      Withdrawing withdrawing,
      Cancellation cancellation,
      Desks desks) {
    var clock = parts.environment().clock();
    var saved = store.read(SavedTime::read);
    var time = new SteadyTime(clock, parts.counter(), saved);
    var retaining = new Retaining(store, time);
    return new VanishingParts(
        desks.make(store, retaining),
        new Vanisher(store, new RelayClock(relay), time, withdrawing, cancellation),
        retaining);
  }

  /// What the person's decisions need.
  record Desks(Jobs jobs, Writing writing, Agreement agreement, GroupDesk groups) {
    VanishingDesk make(Store store, Retaining retaining) {
      return new VanishingDesk(store, jobs, writing, agreement, groups, retaining);
    }
  }
}
