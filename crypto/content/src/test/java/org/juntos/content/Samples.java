package org.juntos.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Contents to encode.
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  static final AccountId ALICE = AccountId.parse("6f1d2c3b-0a4e-4f5a-9b8c-7d6e5f4a3b2c");
  static final AccountId BOB = AccountId.parse("f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f");

  static final ProfileKey KEY = new ProfileKey(filled(ProfileKey.BYTES, 0x55));

  private Samples() {}

  static Binding binding() {
    return new Binding(
        new DeviceAddress(ALICE, 1),
        new DeviceAddress(BOB, 127),
        ConversationId.ofTwo(ALICE, BOB),
        MessageId.parse("00112233-4455-6677-8899-aabbccddeeff"),
        Long.MAX_VALUE);
  }

  static Content text(String body) {
    return new Content.Message(body, NOON, List.of());
  }

  static Bytes filled(int size, int value) {
    var bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return Bytes.of(bytes);
  }

  static Attachment attachment(Attachment.Kind kind, Attachment.Preview preview) {
    return new Attachment(
        "blob-" + kind,
        filled(32, 0x11),
        filled(32, 0x22),
        1000,
        1057,
        "Ferien \u2600 \u05e9\u05dc\u05d5\u05dd.bin",
        "application/octet-stream",
        kind,
        preview);
  }

  /// One of every kind that has been released; each stays as it is for ever.
  static Map<String, Content> golden() {
    var golden = new LinkedHashMap<String, Content>();
    golden.put("text", text("Juntos \u2014 together \uD83D\uDE42\u0000\u200Fend"));
    golden.put("attachments", attachments());
    golden.put(
        "delivered",
        new Content.Receipt(
            Content.Receipt.Kind.DELIVERED,
            List.of(new MessageId(new UUID(1, 2)), new MessageId(new UUID(-1, -2))),
            NOON));
    golden.put(
        "seen",
        new Content.Receipt(
            Content.Receipt.Kind.SEEN, List.of(new MessageId(new UUID(3, 4))), NOON));
    golden.put(
        "contact-request",
        new Content.ContactRequest(
            "Alice \u00c4", "https://relay.example:8443", NOON, ProfileKey.NONE));
    golden.put("resend-request", new Content.ResendRequest(NOON));
    golden.put("history-restored", new Content.HistoryRestored(NOON, 5L << 28, NOON));
    golden.put("contact-accepted", new Content.ContactAccepted("Bob", NOON, ProfileKey.NONE));
    golden.put(
        "contact-request-with-key",
        new Content.ContactRequest("Alice", "https://relay.example:8443", NOON, KEY));
    golden.put("contact-accepted-with-key", new Content.ContactAccepted("Bob", NOON, KEY));
    golden.put("typing", new Content.Typing(true, NOON));
    golden.put("profile-news", new Content.ProfileNews(7, NOON));
    VanishingSamples.addTo(golden);
    LinkingSamples.addTo(golden);
    GroupSamples.addTo(golden);
    StatusSamples.addTo(golden);
    ChangeSamples.addTo(golden);
    TextSamples.addTo(golden);
    CardSamples.addTo(golden);
    StickerSamples.addTo(golden);
    return golden;
  }

  private static Content attachments() {
    var preview =
        new Attachment.Preview(
            4032, 3024, 61_500, "LEHV6nWB2yk8", filled(300, 0x33), filled(128, 0x44));
    var attachments = new ArrayList<Attachment>();
    for (var kind : Attachment.Kind.values()) {
      attachments.add(attachment(kind, preview));
    }
    attachments.add(attachment(Attachment.Kind.FILE, Attachment.Preview.NONE));
    return new Content.Message("", NOON, attachments);
  }

  static Content random(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Content.Message(body(random), time(random), files(random));
      case 1 -> receipt(random);
      case 2 ->
          new Content.ContactRequest(
              string(random, 40), string(random, 60), time(random), key(random));
      default -> new Content.ContactAccepted(string(random, 40), time(random), key(random));
    };
  }

  private static ProfileKey key(Random random) {
    return random.nextBoolean() ? ProfileKey.NONE : new ProfileKey(filled(32, random.nextInt()));
  }

  private static Content receipt(Random random) {
    var kinds = Content.Receipt.Kind.values();
    var ids = new ArrayList<MessageId>();
    for (int i = 1 + random.nextInt(512); i > 0; i--) {
      ids.add(new MessageId(new UUID(random.nextLong(), random.nextLong())));
    }
    return new Content.Receipt(kinds[random.nextInt(kinds.length)], ids, time(random));
  }

  private static String body(Random random) {
    return "x" + string(random, random.nextBoolean() ? 50 : 5000);
  }

  private static List<Attachment> files(Random random) {
    var files = new ArrayList<Attachment>();
    for (int i = random.nextInt(4); i > 0; i--) {
      var preview =
          new Attachment.Preview(
              random.nextInt(9000),
              random.nextInt(9000),
              random.nextInt(1 << 30),
              string(random, 20),
              bytes(random, 2000),
              bytes(random, 128));
      var kinds = Attachment.Kind.values();
      long size = random.nextInt(1 << 28);
      files.add(
          new Attachment(
              string(random, 30),
              bytesOf(random, 32),
              bytesOf(random, 32),
              size,
              size + 57,
              string(random, 80),
              string(random, 30),
              kinds[random.nextInt(kinds.length)],
              preview));
    }
    return files;
  }

  private static Instant time(Random random) {
    return Instant.ofEpochSecond(random.nextLong(200_000_000_000L), random.nextInt(1_000_000_000));
  }

  private static Bytes bytes(Random random, int most) {
    return bytesOf(random, random.nextInt(most + 1));
  }

  private static Bytes bytesOf(Random random, int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /// Any UTF-16 units: NUL, right-to-left marks, pairs, and surrogates without their other half.
  static String string(Random random, int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(64));
        case 3 -> text.append("\u202E\u05D0\u200F".charAt(random.nextInt(3)));
        case 4 -> text.append((char) (0xD800 + random.nextInt(0x800)));
        default -> text.append('\u0000');
      }
    }
    return text.toString();
  }

  /// A message that is a card or a sticker, as far as that goes with words.
  static Content.Message message(String body, @Nullable Card card, @Nullable Sticker sticker) {
    return new Content.Message(
        body,
        NOON,
        List.of(),
        null,
        null,
        Timer.NONE,
        Manner.PLAIN,
        TextRanges.NONE,
        null,
        card,
        sticker);
  }
}
