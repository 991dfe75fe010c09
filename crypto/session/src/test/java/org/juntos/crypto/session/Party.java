package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.record.MemoryRecords;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A device of somebody, registered at the relay.
final class Party {
  final MemoryRecords records;
  final TestClock clock;
  final TestRelay relay;
  private long sequence;

  private Party(TestRelay relay, TestClock clock, MemoryRecords records) {
    this.relay = relay;
    this.clock = clock;
    this.records = records;
  }

  static Party register(TestRelay relay, TestClock clock) {
    return register(relay, clock, new AccountId(UUID.randomUUID()));
  }

  static Party register(TestRelay relay, TestClock clock, AccountId account) {
    var party = new Party(relay, clock, new MemoryRecords());
    var device = party.crypto().createDevice(account, 1);
    relay.publish(device, party.crypto().initialKeys());
    party.list(party);
    return party;
  }

  /// Another device of the same account: same identity key, own registration id and prekeys.
  Party link(int device) {
    var record = Objects.requireNonNull(records.localDevice());
    record[17] = (byte) device;
    record[18] ^= 1;
    var linked = new Party(relay, clock, new MemoryRecords());
    linked.records.putLocalDevice(record);
    relay.publish(linked.local(), linked.crypto().initialKeys());
    list(this, linked);
    var list = Objects.requireNonNull(records.deviceList(account()));
    linked.records.putDeviceList(account(), list);
    return linked;
  }

  /// Signs and publishes who belongs to the account.
  void list(Party... devices) {
    var listed =
        List.of(devices).stream()
            .map(party -> new ListedDevice(party.local().device(), party.local().registrationId()))
            .toList();
    relay.publish(account(), crypto().signDeviceList(devices.length, listed));
  }

  /// This device is the only one of the account from now on.
  void unlinkOthers() {
    var own = new ListedDevice(local().device(), local().registrationId());
    relay.publish(account(), crypto().signDeviceList(9, List.of(own)));
    relay.keepOnly(address());
  }

  /// As for a new transaction.
  DeviceCrypto crypto() {
    return new DeviceCrypto(records, clock, new SecureRandom());
  }

  LocalDevice local() {
    return Objects.requireNonNull(crypto().local());
  }

  AccountId account() {
    return local().account();
  }

  DeviceAddress address() {
    return local().address();
  }

  OwnIdentity own() {
    return new LocalIdentity(records, new SecureRandom()).required();
  }

  Bytes certificate() {
    return relay.certify(local(), clock.instant());
  }

  Established establish(Party other) {
    return crypto()
        .establish(other.account(), other.local().identityKey(), relay.bundles(other.account()));
  }

  Binding binding(DeviceAddress to) {
    return new Binding(
        address(),
        to,
        ConversationId.ofTwo(account(), to.account()),
        new MessageId(UUID.randomUUID()),
        ++sequence);
  }

  Sealed seal(Party to, String text) {
    return crypto()
        .seal(
            to.address(),
            to.local().identityKey(),
            binding(to.address()),
            text(text),
            certificate());
  }

  Bytes send(Party to, String text) {
    return assertInstanceOf(Sealed.Ciphertext.class, seal(to, text)).bytes();
  }

  Opened open(Bytes ciphertext) {
    return crypto().open(ciphertext, relay.trustRoot(), clock.instant());
  }

  String read(Bytes ciphertext) {
    var message = assertInstanceOf(Opened.Message.class, open(ciphertext));
    return assertInstanceOf(Content.Message.class, message.content()).body();
  }

  static Content text(String body) {
    return new Content.Message(body, Instant.parse("2026-03-01T12:00:00Z"), List.of());
  }
}
