package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.intent.Intent;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingProxy;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// People with real engines, and between them and their relay, on real sockets, a proxy that lies.
final class LyingTown extends People implements Operator {
  private final OperatedRelay operated;
  private final int town;
  private final LyingRelay relay = new LyingRelay();
  private final LyingProxy proxy;
  private final SecureRandom random = new SecureRandom();
  private final Map<AccountId, Bundles> overheard = new ConcurrentHashMap<>();

  LyingTown(OperatedRelay operated, Path folder) throws IOException {
    super(folder);
    this.operated = operated;
    this.town = operated.nextTown();
    this.proxy = LyingProxy.start(operated.address(), relay);
  }

  /// What is told to lie.
  LyingRelay relay() {
    return relay;
  }

  @Override
  String address() {
    return proxy.address().toString();
  }

  @Override
  String number(int count) {
    return "+491512%03d4%03d".formatted(town, 100 + count);
  }

  @Override
  String lastCode() throws IOException {
    return operated.code(number());
  }

  /// Lets `asking` ask for the keys of `target`, and notes them.
  void overhear(Person asking, Person target) throws InterruptedException {
    relay.lie(
        new Lies() {
          @Override
          public Bundles bundles(AccountId account, Bundles honest) {
            overheard.put(account, honest);
            return honest;
          }
        });
    asking.done(new Intent.CheckDevices(target.account()));
    relay.beHonest();
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public SecureRandom random() {
    return random;
  }

  @Override
  public Bundles bundles(AccountId target) throws IOException {
    var bundles = overheard.remove(target);
    if (bundles == null) {
      throw new IOException("nobody was overheard asking for the keys of " + target);
    }
    return bundles;
  }

  @Override
  public IssuedCertificate certify(DeviceAddress sender, Bytes identityKey) {
    return operated.certify(sender, identityKey);
  }

  @Override
  public void close() throws IOException {
    super.close();
    proxy.close();
  }
}
