package org.juntos.testkit.link;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.testkit.RealRelay;
import org.juntos.testkit.process.FileKeyring;
import org.juntos.wire.AccountId;

/// A person with keys, a store and an account, and no engine.
final class Registrant implements AutoCloseable {
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();
  private final RealRelay relay;
  private final RelayAddress address;
  private final RelayLinks links;
  private final Profile profile;
  private final Credentials credentials;
  private final LocalDevice device;

  Registrant(Path folder, RealRelay relay, RelayLinks links, String phoneNumber)
      throws IOException {
    this(folder, relay, relay.address(), links, phoneNumber);
  }

  /// @param address where they find the relay
  Registrant(
      Path folder, RealRelay relay, RelayAddress address, RelayLinks links, String phoneNumber)
      throws IOException {
    this.relay = relay;
    this.address = address;
    this.links = links;
    profile = profile(folder);
    device = crypto(crypto -> crypto.createDevice(new AccountId(UUID.randomUUID()), 1));
    credentials =
        new Credentials(device.address(), SecretBytes.random(Credentials.SECRET_BYTES, random));
    register(phoneNumber);
  }

  private Profile profile(Path folder) throws IOException {
    var keyring = FileKeyring.beside(folder);
    var environment = new Environment(clock, random, keyring, DatabaseThread::calling);
    var made = new ProfileFolder(folder, environment).create(Protection.keyring());
    return assertInstanceOf(CreateResult.Created.class, made).profile();
  }

  private void register(String phoneNumber) throws IOException {
    var open = links.api(address, null);
    var session = ok(open.startCode(CodeTarget.typed(phoneNumber)));
    var admission = ok(open.submitCode(session.session(), relay.code(phoneNumber)));
    var registration =
        crypto(crypto ->
            new Registration(
                admission,
                device,
                crypto.initialKeys(),
                crypto.signDeviceList(1, List.of(new ListedDevice(1, device.registrationId())))));
    ok(open.register(registration, credentials));
    ok(open.register(registration, credentials)); // an answer that was lost
  }

  <T> T crypto(Function<DeviceCrypto, T> work) {
    return profile
        .store()
        .write(txn -> work.apply(new DeviceCrypto(txn.protocol(), clock, random)));
  }

  RelayApi api() {
    return links.api(address, credentials);
  }

  HeardStream open() {
    var heard = new HeardStream();
    heard.use(links.open(address, credentials, heard));
    return heard;
  }

  Credentials credentials() {
    return credentials;
  }

  LocalDevice device() {
    return device;
  }

  static <T> T ok(RelayResult<T> result) {
    if (result instanceof RelayResult.Ok<T>(var value)) {
      return value;
    }
    throw new AssertionError("refused: " + result);
  }

  @Override
  public void close() {
    profile.close();
    credentials.close();
  }
}
