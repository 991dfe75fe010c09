package org.juntos.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.attachment.PictureCutting;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.GroupBook;
import org.juntos.engine.group.GroupDesk;
import org.juntos.engine.group.GroupRelay;
import org.juntos.engine.group.GroupSync;
import org.juntos.engine.group.PostPlanner;
import org.juntos.engine.inbox.Opener;
import org.juntos.engine.outbox.Establisher;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Posts;
import org.juntos.store.Store;

/// What an open profile does with groups, put together.
record GroupParts(
    GroupSync sync,
    GroupDesk desk,
    Posts posts,
    AtomicReference<@Nullable Establisher> establisher) {
  static GroupParts of(
      Self self,
      Store store,
      RelayApi relay,
      CryptoSource cryptos,
      GroupBook book,
      Opener opener,
      Jobs jobs,
      PictureCutting pictures) {
    var groups = new GroupRelay(self, relay, cryptos);
    var establisher = new AtomicReference<@Nullable Establisher>();
    var sync =
        new GroupSync(
            self,
            store,
            groups,
            book,
            account -> {
              var known = establisher.get();
              return known != null && known.establish(account);
            },
            opener.ofGroups());
    return new GroupParts(
        sync,
        new GroupDesk(self, store, cryptos, groups, sync, book, pictures),
        new PostPlanner(self, cryptos, groups, sync, jobs),
        establisher);
  }

  /// Identity keys are found out by starting sessions.
  void acquaint(Establisher starts) {
    establisher.set(starts);
  }
}
