package org.juntos.testkit.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.RelayRoles;
import org.juntos.relay.http.Services;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.testkit.Codes;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The real relay on a real store, without sockets: all happens in the caller's thread, or is over
/// when the call returns.
public final class InProcessRelay implements AutoCloseable {
  private final Path codes;
  private RelayOptions options;
  private final InstantSource clock;
  private final SecureRandom random;
  private RelayRoles roles;

  /// Keeps its data in `folder`.
  public InProcessRelay(Path folder, InstantSource clock, SecureRandom random) throws IOException {
    this.codes = Files.createDirectories(folder).resolve("codes");
    this.clock = clock;
    this.random = random;
    options =
        RelayOptions.loopback(folder.resolve("relay"))
            .withOtp(Codes.bothTo(codes))
            .withLimits(RelayLimits.unhurried());
    roles = RelayRoles.open(options, clock, random);
  }

  /// Its roles, until it restarts.
  public Services services() {
    return roles.services();
  }

  /// Ends it and opens it again on the same data. Streams have to be cut first.
  public void restart() throws IOException {
    roles.close();
    roles = RelayRoles.open(options, clock, random);
  }

  /// The same with other limits.
  public void restart(RelayLimits limits) throws IOException {
    options = options.withLimits(limits);
    restart();
  }

  /// The last code that was sent to a number or an e-mail address.
  public String code(String phoneNumber) throws IOException {
    return Codes.last(codes, phoneNumber);
  }

  /// What it hands out to start sessions with `target`.
  public Bundles bundles(AccountId target) throws IOException {
    var handOut = services().prekeys().handOut(target, target).map(Answers::bundles);
    if (handOut instanceof Verdict.Granted<Bundles>(var bundles)) {
      return bundles;
    }
    throw new IOException("no bundles: " + handOut);
  }

  /// Signs whatever it is asked to: a relay may say of any key that it is anybody's.
  public IssuedCertificate certify(DeviceAddress sender, Bytes identityKey) {
    var issued = services().certificates().issue(sender, identityKey);
    return new IssuedCertificate(issued.bytes(), issued.expiresAt());
  }

  @Override
  public void close() {
    roles.close();
  }
}
