package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.juntos.relay.ManualClock;
import org.juntos.relay.account.AccountStore.Admission;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.account.Registration;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A store in a folder, with short ways to put things in.
final class StoreFixture implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final Path folder;
  private final RelayLimits limits;
  private final ManualClock clock;
  private Store store;

  StoreFixture(Path folder, RelayLimits limits) throws StoreUnusableException {
    this(folder, limits, new ManualClock(START));
  }

  private StoreFixture(Path folder, RelayLimits limits, ManualClock clock)
      throws StoreUnusableException {
    this(folder, limits, clock, opened(folder, limits, clock));
  }

  /// As the relay opens it.
  static Store opened(Path folder, RelayLimits limits, InstantSource clock)
      throws StoreUnusableException {
    return Store.open(folder, limits, clock, (_, _) -> {}, new SecureRandom());
  }

  StoreFixture(Path folder, RelayLimits limits, ManualClock clock, Store store) {
    this.folder = folder;
    this.limits = limits;
    this.clock = clock;
    this.store = store;
  }

  Store store() {
    return store;
  }

  ManualClock clock() {
    return clock;
  }

  void reopen() throws IOException {
    store.close();
    store = opened(folder, limits, clock);
  }

  DeviceAddress register(String subject) throws IOException {
    var device = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    register(device, subject, UUID.randomUUID().toString());
    return device;
  }

  Outcome register(DeviceAddress device, String subject, String token) throws IOException {
    var admission = new Admission(token, text(subject), clock.instant().plusSeconds(900));
    return store.accounts().register(registration(device), text("hash"), admission);
  }

  private static Registration registration(DeviceAddress device) {
    var key = new SignedPrekey(1, text("key"), text("signature"));
    return new Registration(
        device,
        7,
        text("identity"),
        new DeviceKeys(key, key, List.of(), List.of()),
        new SignedDeviceList(text("list"), text("signature"), device.account(), List.of()),
        text("secret"));
  }

  static Bytes text(String text) {
    return Bytes.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static Envelope envelope(DeviceAddress to, String text) {
    return new Envelope(UUID.randomUUID(), to, text(text));
  }

  Appended append(Envelope... envelopes) {
    var decided = new CompletableFuture<Appended>();
    store.mailboxes().append(List.of(envelopes), decided::complete);
    return decided.join();
  }

  /// Acknowledges what waits for `device` under these ids.
  void acknowledge(DeviceAddress device, List<UUID> ids) throws IOException {
    acknowledgeAt(
        device,
        all(device).stream()
            .filter(envelope -> ids.contains(envelope.id()))
            .map(envelope -> new Acknowledged(envelope.sequence(), envelope.ciphertext().size()))
            .toList());
  }

  void acknowledgeAt(DeviceAddress device, List<Acknowledged> envelopes) {
    var done = new CompletableFuture<Boolean>();
    store.mailboxes().acknowledge(device, envelopes, () -> done.complete(true));
    done.join();
  }

  List<StoredEnvelope> all(DeviceAddress device) throws IOException {
    return store.mailboxes().read(device, 0, Integer.MAX_VALUE).envelopes();
  }

  List<String> texts(DeviceAddress device) throws IOException {
    return all(device).stream()
        .map(e -> new String(e.ciphertext().toArray(), java.nio.charset.StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
