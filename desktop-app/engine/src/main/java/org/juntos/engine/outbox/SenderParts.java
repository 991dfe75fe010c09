package org.juntos.engine.outbox;

import java.time.InstantSource;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.Self;
import org.juntos.engine.time.Backoff;
import org.juntos.store.Store;

/// What the sender works with.
public final class SenderParts {
  private final Certificates certificates;
  private final Planner planner;
  private final Establisher establisher;
  private final Verdicts verdicts;
  private final Posts posts;

  /// @param relay with this device's credentials
  /// @param counter goes on evenly
  public SenderParts(
      Store store,
      Self self,
      RelayApi relay,
      CryptoSource cryptos,
      IdentityChanges identities,
      DeviceNews news,
      Jobs jobs,
      Posts posts,
      Backoff backoff,
      InstantSource counter) {
    this.posts = posts;
    InstantSource clock = cryptos.clock();
    certificates = new Certificates(relay, clock, counter);
    planner = new Planner(new Sealer(self, cryptos), posts, self.account(), clock);
    establisher = new Establisher(store, relay, cryptos, identities, news, posts, jobs, backoff);
    verdicts = new Verdicts(clock, backoff, jobs, posts);
  }

  Certificates certificates() {
    return certificates;
  }

  Planner planner() {
    return planner;
  }

  /// Starts sessions.
  public Establisher establisher() {
    return establisher;
  }

  Posts posts() {
    return posts;
  }

  Verdicts verdicts() {
    return verdicts;
  }
}
