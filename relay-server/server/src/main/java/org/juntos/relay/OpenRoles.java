package org.juntos.relay;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.audit.Audit;
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
    return new Sweeper(store, otp == null ? null : otp.service(), audit, options.limits(), clock);
  }

  /// Begins to watch them, behind `http`, and to let an operator act on them.
  ///
  /// @throws IOException when it cannot listen for the operator
  Watching watch(HttpServer http, Sweeper sweeper, SecureRandom random) throws IOException {
    Gauges.register(wiring.metrics(), http, health);
    if (store != null) {
      Gauges.register(wiring.metrics(), store, clock);
    }
    var operator =
        store == null || services == null || audit == null
            ? null
            : new Operator(store, services, audit, sweeper::all);
    var parts = new Watching.Parts(health, audit, operator);
    return Watching.start(options, wiring.metrics(), parts, random);
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
