package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.Established;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.Sealed;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.Delivered;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Somebody with keys of their own who works with the relay: says to be `victim`, and the relay
/// certifies it.
final class Impostor implements AutoCloseable {
  private final World world;
  private final Profile profile;
  private final LocalDevice device;

  Impostor(World world, Path folder, AccountId victim) throws IOException {
    this.world = world;
    var environment =
        new Environment(
            world.clock(),
            world.random(),
            new SystemKeyring(Duration.ofSeconds(1)),
            DatabaseThread::calling);
    try (var passphrase = SecretBytes.takeFrom(new byte[] {'e', 'v', 'e'})) {
      var made = new ProfileFolder(folder, environment).create(Protection.passphrase(passphrase));
      if (!(made instanceof CreateResult.Created(var created))) {
        throw new IOException("no profile: " + made);
      }
      profile = created;
    }
    device = crypto(crypto -> crypto.createDevice(victim, DeviceAddress.PRIMARY_DEVICE));
  }

  private <T> T crypto(Function<DeviceCrypto, T> work) {
    return profile
        .store()
        .write(txn -> work.apply(new DeviceCrypto(txn.protocol(), world.clock(), world.random())));
  }

  Bytes identityKey() {
    return device.identityKey();
  }

  /// Keys and a device list as the victim would sign them, under the impostor's key.
  Bundles bundles() {
    return crypto(crypto -> {
      var keys = crypto.initialKeys();
      return new Bundles(
          identityKey(),
          crypto.signDeviceList(1, List.of(new ListedDevice(1, device.registrationId()))),
          List.of(
              new DeviceBundle(
                  1,
                  device.registrationId(),
                  present(keys.signedPrekey()),
                  present(keys.lastResortKyberPrekey()),
                  null)));
    });
  }

  private static SignedPublicPrekey present(@Nullable SignedPublicPrekey key) {
    if (key == null) {
      throw new AssertionError("no key");
    }
    return key;
  }

  /// A message to `recipient` in the victim's name, with a certificate that the relay made up.
  Delivered forge(Person recipient, String text) throws IOException {
    var bundles = world.relay().bundles(recipient.account());
    var to = new DeviceAddress(recipient.account(), DeviceAddress.PRIMARY_DEVICE);
    var certificate = world.relay().certify(device.address(), identityKey());
    var conversation = ConversationId.ofTwo(device.account(), recipient.account());
    var message = new MessageId(new UUID(world.random().nextLong(), world.random().nextLong()));
    var binding = new Binding(device.address(), to, conversation, message, 1);
    var content = new Content.Message(text, world.clock().instant(), List.of());
    return crypto(crypto -> {
      var established = crypto.establish(recipient.account(), Bytes.EMPTY, bundles);
      if (!(established instanceof Established.Ready)) {
        throw new AssertionError("not established: " + established);
      }
      var sealed = crypto.seal(to, Bytes.EMPTY, binding, content, certificate.certificate());
      return delivered(sealed);
    });
  }

  private Delivered delivered(Sealed sealed) {
    if (sealed instanceof Sealed.Ciphertext(var bytes)) {
      var id = new UUID(world.random().nextLong(), world.random().nextLong());
      Instant now = world.clock().instant();
      return new Delivered(id, 1_000_000, now, bytes);
    }
    throw new AssertionError("not sealed: " + sealed);
  }

  @Override
  public void close() {
    profile.close();
  }
}
