package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.testkit.process.FileKeyring;
import org.juntos.wire.AccountId;

/// Makes a profile of an account that exists already, with another identity key: what others meet
/// when somebody has lost their device, or when somebody else has taken their number.
final class Reinstalled {
  private static final InstantSource CLOCK = InstantSource.system();

  private final SecureRandom random = new SecureRandom();
  private final RelayApi relay;
  private final RelayAddress address;

  Reinstalled(Town town) {
    if (!(RelayAddress.parse(town.address()) instanceof RelayAddress.Parsed.Valid(var valid))) {
      throw refused(town.address());
    }
    address = valid;
    relay = Person.network().api(address, null);
  }

  /// Registers `account` anew for `number`, whose code `code` reads.
  void make(Path folder, AccountId account, String number, Code code) throws IOException {
    var session = ok(relay.startCode(new CodeTarget.PhoneNumber(number)));
    var admission = ok(relay.submitCode(session.session(), code.read()));
    var root = ok(relay.facts()).senderTrustRoot();
    try (var profile = profile(folder)) {
      var registration =
          profile
              .store()
              .write(txn -> {
                var crypto = new DeviceCrypto(txn.protocol(), CLOCK, random);
                var device = crypto.createDevice(account, 1);
                txn.settings().put("profile.name", "Bob");
                txn.settings().put("profile.relay", address.text());
                txn.settings().putBlob("profile.trustRoot", root.toArray());
                txn.settings().putBlob("profile.deviceSecret", new byte[32]);
                txn.settings().put("profile.stage", "registered");
                var listed = new ListedDevice(1, device.registrationId());
                return new Registration(
                    admission,
                    device,
                    crypto.initialKeys(),
                    crypto.signDeviceList(2, List.of(listed)));
              });
      try (var credentials =
          new Credentials(registration.device().address(), SecretBytes.takeFrom(new byte[32]))) {
        ok(relay.register(registration, credentials));
      }
    }
  }

  private Profile profile(Path folder) throws IOException {
    var environment =
        new Environment(CLOCK, random, FileKeyring.beside(folder), DatabaseThread::own);
    var made = new ProfileFolder(folder, environment).create(Protection.keyring());
    if (made instanceof CreateResult.Created(var profile)) {
      return profile;
    }
    throw refused(made);
  }

  private static <T> T ok(RelayResult<T> result) {
    if (result instanceof RelayResult.Ok<T>(T value)) {
      return value;
    }
    throw refused(result);
  }

  private static IllegalStateException refused(Object why) {
    return new IllegalStateException(String.valueOf(why));
  }

  /// Where the code can be read.
  @FunctionalInterface
  interface Code {
    String read() throws IOException;
  }
}
