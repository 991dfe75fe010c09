package org.juntos.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.juntos.content.Attachment;
import org.juntos.content.Card;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History.NewEntry;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A profile folder with a clock and a keyring that the test moves, and people to talk to.
public final class Fixture implements InstantSource {
  public static final AccountId ALICE = account(1);
  public static final AccountId BOB = account(2);
  public static final AccountId CAROL = account(3);
  public static final DeviceAddress ALICES_DEVICE = new DeviceAddress(ALICE, 1);
  public static final DeviceAddress BOBS_DEVICE = new DeviceAddress(BOB, 1);
  public static final ConversationId WITH_BOB = ConversationId.ofTwo(ALICE, BOB);
  public static final ConversationId WITH_CAROL = ConversationId.ofTwo(ALICE, CAROL);
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  public final MemoryKeyring keyring = new MemoryKeyring();
  public final Path folder;
  public Instant now = START;

  public Fixture(Path folder) {
    this.folder = folder;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public Environment environment() {
    return new Environment(this, new SecureRandom(), keyring, DatabaseThread::calling);
  }

  public ProfileFolder profileFolder() {
    return new ProfileFolder(folder, environment());
  }

  public Profile create() throws IOException {
    if (profileFolder().create(Protection.keyring()) instanceof CreateResult.Created(var profile)) {
      return profile;
    }
    throw new AssertionError("not created");
  }

  public OpenResult tryOpen() throws IOException {
    return profileFolder().open(Protection.keyring());
  }

  public Profile open() throws IOException {
    var result = tryOpen();
    if (result instanceof OpenResult.Opened(var profile)) {
      return profile;
    }
    throw new AssertionError("not opened: " + result);
  }

  public static AccountId account(int number) {
    return new AccountId(new UUID(0x1111_2222_3333_4444L, number));
  }

  public static MessageId message(int number) {
    return new MessageId(new UUID(0x5555_6666_7777_8888L, number));
  }

  public static UUID envelope(int number) {
    return new UUID(0x9999_aaaa_bbbb_ccccL, number);
  }

  public static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Protection passphrase(String text) {
    return Protection.passphrase(SecretBytes.takeFrom(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static NewEntry incoming(int number, Attachment... attachments) {
    return entry(number, WITH_BOB, BOBS_DEVICE, false, attachments);
  }

  public static NewEntry outgoing(int number, Attachment... attachments) {
    return entry(number, WITH_BOB, ALICES_DEVICE, true, attachments);
  }

  public static NewEntry entry(
      int number,
      ConversationId conversation,
      DeviceAddress author,
      boolean outgoing,
      Attachment... attachments) {
    return new NewEntry(
        message(number),
        conversation,
        author,
        outgoing,
        number,
        Entry.Kind.MESSAGE,
        "body " + number,
        START.plusSeconds(number),
        START.plusSeconds(number + 1L),
        List.of(attachments));
  }

  /// One of Bob's that is a card.
  public static NewEntry card(int number, Card card) {
    return new NewEntry(
            message(number),
            WITH_BOB,
            BOBS_DEVICE,
            false,
            number,
            Entry.Kind.MESSAGE,
            card.text(),
            START.plusSeconds(number),
            START.plusSeconds(number + 1L),
            List.of())
        .showing(card);
  }

  public static Attachment attachment(String fileName) {
    return new Attachment(
        "",
        bytes("key of " + fileName),
        bytes("digest of " + fileName),
        1000,
        1100,
        fileName,
        "image/jpeg",
        Attachment.Kind.IMAGE,
        new Attachment.Preview(640, 480, 7, "LEHV6n", bytes("thumb"), bytes("wave")));
  }

  public static Outbox.NewJob job(AccountId to, int message, Outbox.Kind kind) {
    return new Outbox.NewJob(
        to,
        bytes("identity"),
        ConversationId.ofTwo(ALICE, to),
        message(message),
        message,
        kind,
        bytes("content " + message),
        START);
  }
}
