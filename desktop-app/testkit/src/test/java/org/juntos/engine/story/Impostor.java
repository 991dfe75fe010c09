package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.Established;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.Sealed;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.Delivered;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.Transaction;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.testkit.process.FileKeyring;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Somebody with keys of their own who works with the relay: says to be `victim`, and the relay
/// certifies it.
final class Impostor implements AutoCloseable {
  private static final int DEVICE_AT = 17; // in the record of a local device

  private final Operator operator;
  private final Profile profile;
  private final LocalDevice device;
  private long sequence;
  private PublishedKeys keys = PublishedKeys.NONE;

  Impostor(World world, Path folder, AccountId victim) throws IOException {
    this(Operator.of(world), folder, victim);
  }

  Impostor(Operator operator, Path folder, AccountId victim) throws IOException {
    this.operator = operator;
    profile = profile(folder);
    device = crypto(crypto -> crypto.createDevice(victim, DeviceAddress.PRIMARY_DEVICE));
  }

  /// Somebody who has got hold of the identity key of `victim`: another device of the same account,
  /// linked or not.
  Impostor(World world, Path folder, Person victim, int device)
      throws IOException, InterruptedException {
    operator = Operator.of(world);
    profile = profile(folder);
    var own = victim.between(open -> open.store().read(txn -> record(txn, device)));
    profile
        .store()
        .write(txn -> {
          txn.protocol().putLocalDevice(own);
          return true;
        });
    this.device = crypto(crypto -> Objects.requireNonNull(crypto.local()));
    keys = crypto(DeviceCrypto::initialKeys);
  }

  private static byte[] record(Transaction txn, int device) {
    var record = Objects.requireNonNull(txn.protocol().localDevice());
    record[DEVICE_AT] = (byte) device;
    record[DEVICE_AT + 1] ^= 1; // its own registration id
    return record;
  }

  private Profile profile(Path folder) throws IOException {
    var environment =
        new Environment(
            operator.clock(),
            operator.random(),
            FileKeyring.beside(folder),
            DatabaseThread::calling);
    var made = new ProfileFolder(folder, environment).create(Protection.keyring());
    if (made instanceof CreateResult.Created(var created)) {
      return created;
    }
    throw new IOException("no profile: " + made);
  }

  private <T> T crypto(Function<DeviceCrypto, T> work) {
    return profile
        .store()
        .write(txn ->
            work.apply(new DeviceCrypto(txn.protocol(), operator.clock(), operator.random())));
  }

  Bytes identityKey() {
    return device.identityKey();
  }

  /// Keys and a device list as the victim would sign them, under the impostor's key.
  Bundles bundles() {
    keys = crypto(DeviceCrypto::initialKeys);
    return new Bundles(identityKey(), list(1, listed()), List.of(bundle()));
  }

  /// A list that this device signs.
  SignedList list(int revision, ListedDevice... devices) {
    return crypto(crypto -> crypto.signDeviceList(revision, List.of(devices)));
  }

  ListedDevice listed() {
    return new ListedDevice(device.device(), device.registrationId());
  }

  DeviceBundle bundle() {
    return new DeviceBundle(
        device.device(),
        device.registrationId(),
        present(keys.signedPrekey()),
        present(keys.lastResortKyberPrekey()),
        null);
  }

  private static SignedPublicPrekey present(@Nullable SignedPublicPrekey key) {
    if (key == null) {
      throw new AssertionError("no key");
    }
    return key;
  }

  /// A message to `recipient` in the victim's name, with a certificate that the relay made up.
  Delivered forge(Person recipient, String text) throws IOException {
    return forge(recipient.account(), text);
  }

  Delivered forge(AccountId recipient, String text) throws IOException {
    var bundles = operator.bundles(recipient);
    var to = new DeviceAddress(recipient, DeviceAddress.PRIMARY_DEVICE);
    var certificate = operator.certify(device.address(), identityKey());
    var conversation = ConversationId.ofTwo(device.account(), recipient);
    var message =
        new MessageId(new UUID(operator.random().nextLong(), operator.random().nextLong()));
    var binding = new Binding(device.address(), to, conversation, message, ++sequence);
    var content = new Content.Message(text, operator.clock().instant(), List.of());
    return crypto(crypto -> {
      var established = crypto.establish(recipient, Bytes.EMPTY, bundles);
      if (!(established instanceof Established.Ready)) {
        throw new AssertionError("not established: " + established);
      }
      var sealed = crypto.seal(to, Bytes.EMPTY, binding, content, certificate.certificate());
      return delivered(sealed);
    });
  }

  private Delivered delivered(Sealed sealed) {
    if (sealed instanceof Sealed.Ciphertext(var bytes)) {
      return MailboxLies.envelope(bytes, operator.random());
    }
    throw new AssertionError("not sealed: " + sealed);
  }

  @Override
  public void close() {
    profile.close();
  }
}
