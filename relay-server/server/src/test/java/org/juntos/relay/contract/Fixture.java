package org.juntos.relay.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.juntos.relay.ManualClock;
import org.juntos.relay.account.AccountStore.Admission;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.account.LockKeys;
import org.juntos.relay.account.Registration;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.relay.account.SignedDeviceList.Entry;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A store, with short ways to put things in.
public class Fixture implements AutoCloseable {
  /// When its clock begins.
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /// Of all devices.
  public static final int REGISTRATION_ID = 7;

  /// How many days locks hold.
  public static final int LOCK_DAYS = 7;

  private final Opening opening;
  private final ManualClock clock;
  private Ports ports;

  /// Opens a store, or the same again.
  @FunctionalInterface
  public interface Opening {
    /// @param clock the store's
    Ports open(ManualClock clock) throws IOException;
  }

  /// A store on a clock that stands at [#START].
  public Fixture(Opening opening) throws IOException {
    this(opening, new ManualClock(START));
  }

  /// A store on `clock`.
  protected Fixture(Opening opening, ManualClock clock) throws IOException {
    this.opening = opening;
    this.clock = clock;
    this.ports = opening.open(clock);
  }

  /// The store.
  public Ports ports() {
    return ports;
  }

  /// Its clock.
  public ManualClock clock() {
    return clock;
  }

  /// Stops it and starts it again on what it kept.
  public void reopen() throws IOException {
    ports.close();
    ports = opening.open(clock);
  }

  /// A new account that `subject` was admitted for.
  public DeviceAddress register(String subject) throws IOException {
    var device = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    register(device, subject, UUID.randomUUID().toString());
    return device;
  }

  /// Registers `device` with the admission `token` of `subject`.
  public Outcome register(DeviceAddress device, String subject, String token) throws IOException {
    return register(device, subject, token, keys("", ""));
  }

  /// The same with what opens a lock.
  public Outcome register(DeviceAddress device, String subject, String token, LockKeys keys)
      throws IOException {
    return ports
        .accounts()
        .register(registration(device), text("hash"), admission(subject, token), keys);
  }

  /// The admission `token` of `subject`, good for a quarter of an hour.
  public Admission admission(String subject, String token) {
    return new Admission(token, text(subject), clock.instant().plusSeconds(900));
  }

  /// What somebody has with them today.
  public LockKeys keys(String shown, String next) {
    return new LockKeys(text(shown), text(next), today(), LOCK_DAYS);
  }

  /// The day of the clock.
  public long today() {
    return Duration.between(Instant.EPOCH, clock.instant()).toDays();
  }

  private static Registration registration(DeviceAddress device) {
    var key = new SignedPrekey(1, text("key"), text("signature"));
    return new Registration(
        device,
        7,
        text("identity"),
        new DeviceKeys(key, key, List.of(), List.of()),
        new SignedDeviceList(
            text("list"), text("signature"), device.account(), 1, List.of(new Entry(1, 7))),
        text("secret"));
  }

  /// Keys of a device: `count` for one time, 1 and up, and a signed one.
  public static DeviceKeys keys(int count) {
    var keys =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> new OneTimePrekey(id, text("key " + id)))
            .toList();
    var signed = new SignedPrekey(7, text("signed"), text("signature"));
    return new DeviceKeys(signed, null, keys, List.of());
  }

  /// UTF-8.
  public static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A new envelope.
  public static Envelope envelope(DeviceAddress to, String text) {
    return new Envelope(UUID.randomUUID(), to, text(text));
  }

  /// Appends them and waits for the outcome.
  public Appended append(Envelope... envelopes) {
    var decided = new CompletableFuture<Appended>();
    ports.mailboxes().append(List.of(envelopes), decided::complete);
    return decided.join();
  }

  /// Appends a message to many and waits for the outcome.
  public Appended append(FanOut fanOut) {
    var decided = new CompletableFuture<Appended>();
    ports.mailboxes().append(fanOut, decided::complete);
    return decided.join();
  }

  /// A message to these devices, each of which gets `shared` behind its number in the list.
  public static FanOut fanOut(String shared, DeviceAddress... to) {
    var copies = new ArrayList<FanOut.Copy>();
    for (int i = 0; i < to.length; i++) {
      copies.add(new FanOut.Copy(envelope(to[i], i % 10 + " "), REGISTRATION_ID));
    }
    return new FanOut(text(shared), copies);
  }

  /// Acknowledges what waits for `device` under these ids.
  public void acknowledge(DeviceAddress device, List<UUID> ids) throws IOException {
    acknowledgeAt(
        device,
        all(device).stream()
            .filter(envelope -> ids.contains(envelope.id()))
            .map(envelope -> new Acknowledged(envelope.sequence(), envelope.size()))
            .toList());
  }

  /// Acknowledges and waits until that is done.
  public void acknowledgeAt(DeviceAddress device, List<Acknowledged> envelopes) {
    var done = new CompletableFuture<Boolean>();
    ports.mailboxes().acknowledge(device, envelopes, () -> done.complete(true));
    done.join();
  }

  /// All that waits for `device`.
  public List<StoredEnvelope> all(DeviceAddress device) throws IOException {
    return ports.mailboxes().read(device, 0, Integer.MAX_VALUE).envelopes();
  }

  /// The same, as text.
  public List<String> texts(DeviceAddress device) throws IOException {
    return all(device).stream()
        .map(e -> new String(e.ciphertext().toArray(), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void close() throws IOException {
    ports.close();
  }
}
