package org.juntos.relay;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Desks;
import org.juntos.relay.admin.InviteDesk;
import org.juntos.relay.admin.LoginDesk;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.admin.console.Sights;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.config.Settings;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.http.Services;
import org.juntos.relay.store.KeyFiles;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;

/// The roles of one process, open, with what they keep.
final class OpenRoles implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final RelayOptions options;
  private final Wiring wiring;
  private final InstantSource clock;
  private final Health health;
  private @Nullable Store store;
  private @Nullable OtpRole otp;
  private @Nullable Audit audit;
  private @Nullable Services services;

  private OpenRoles(RelayOptions options, Wiring wiring, InstantSource clock) {
    this.options = options;
    this.wiring = wiring;
    this.clock = clock;
    this.health = new Health(this::trouble, clock);
  }

  /// @throws IOException when that cannot be done; nothing is left open then
  static OpenRoles open(RelayOptions options, InstantSource clock, SecureRandom random)
      throws IOException {
    var roles = new OpenRoles(options, new Wiring(options, clock, random), clock);
    var opened = false;
    try {
      roles.open();
      opened = true;
      return roles;
    } finally {
      if (!opened) {
        roles.close();
      }
    }
  }

  private void open() throws IOException {
    store = options.otp().has(Role.ACCOUNT) ? wiring.store() : null;
    otp = wiring.otp(store);
    if (store != null) {
      audit = new Audit(store.audit(), clock);
      var keys = tls();
      services = wiring.services(store, otp, audit, health, keys == null ? "" : keys.pin());
    }
  }

  private @Nullable String trouble() {
    var trouble = store == null ? null : store.trouble(PATIENCE);
    return trouble == null && otp != null ? otp.store().trouble() : trouble;
  }

  /// The relay's roles; null without the account role.
  @Nullable Services services() {
    return services;
  }

  /// Removes what is over.
  Sweeper sweeper() {
    var ofAccounts = services == null ? null : services.ofAccounts();
    return new Sweeper(store, otp, audit, ofAccounts, options.limits(), clock);
  }

  /// Begins to watch them, behind `http`, and to let an operator act on them.
  ///
  /// @param link what people reach the relay at, when this process is all of it
  /// @throws IOException when it cannot listen for the operator
  Watching watch(
      HttpServer http,
      Sweeper sweeper,
      String link,
      List<Settings.Effective> settings,
      SecureRandom random)
      throws IOException {
    var begun = clock.instant();
    Gauges.register(wiring.metrics(), http, health);
    if (store != null) {
      Gauges.register(wiring.metrics(), store, clock);
    }
    var operator =
        store == null || services == null || audit == null
            ? null
            : new Operator(store, services, audit, sweeper::all);
    var desks = otp == null ? Desks.NONE : desks(otp.waysIn(), store == null ? "" : link);
    var parts = new Watching.Parts(health, audit, operator, desks);
    var sights =
        new Sights(
            health,
            () -> now(http, begun),
            operator,
            otp == null ? null : this::codes,
            desks.invites(),
            settings);
    return Watching.start(options, wiring.metrics(), parts, wiring.console(sights), random);
  }

  private Sights.Now now(HttpServer http, Instant begun) {
    double free = store == null ? Double.NaN : Gauges.freeBytes(store);
    var uptime = Duration.between(begun, clock.instant());
    return new Sights.Now(uptime, http.streams(), http.connections(), free);
  }

  private Sights.Codes codes() {
    var names = new HashMap<String, String>();
    if (otp != null) {
      otp.senders().names().forEach((kind, name) -> names.put(kind.text(), name));
    }
    var counts = wiring.metrics().codes().counts();
    return new Sights.Codes(names, counts.sent(), counts.failed(), counts.proven(), counts.wrong());
  }

  private static Desks desks(WaysIn ways, String link) {
    var invites = ways.invites();
    var logins = ways.logins();
    return new Desks(
        invites == null ? null : new InviteDesk(invites, link),
        logins == null ? null : new LoginDesk(logins));
  }

  /// Certificate and key of the listening socket; null for none.
  @Nullable ServerKeys tls() throws StoreUnusableException, RelayStartException {
    return switch (options.tls()) {
      case Tls.Off() -> null;
      case Tls.SelfSigned() -> wiring.selfSigned(keys());
      case Tls.Files(var certificate, var key) -> ServerKeys.files(certificate, key);
    };
  }

  private KeyFiles keys() {
    if (store != null) {
      return store.keys();
    }
    if (otp != null) {
      return otp.store().keys();
    }
    throw new IllegalStateException("a process without a role");
  }

  /// Starts to listen.
  HttpServer listen(@Nullable ServerKeys tls, SecureRandom random) throws IOException {
    var listen = tls == null ? wiring.plain() : wiring.listen(tls);
    if (services != null) {
      return HttpServer.start(services, listen, clock, random);
    }
    if (otp != null) {
      return HttpServer.startCodes(wiring.codes(otp, health), listen, clock, random);
    }
    throw new IllegalStateException("a process without a role");
  }

  @Override
  public void close() throws IOException {
    if (services != null) {
      services.waking().pushes().close();
    }
    try {
      if (otp != null) {
        otp.close();
      }
    } finally {
      if (store != null) {
        store.close();
      }
    }
  }
}
