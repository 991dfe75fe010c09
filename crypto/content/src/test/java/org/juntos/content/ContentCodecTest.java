package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.proto.Sealed;
import org.juntos.wire.Bytes;
import org.juntos.wire.Padding;
import org.juntos.wire.WireLimits;

final class ContentCodecTest {
  private static void survives(Content content, String where) throws MalformedContentException {
    var binding = Samples.binding();
    var padded = ContentCodec.encode(binding, content);
    assertEquals(new DecodeResult.Decoded(binding, content), ContentCodec.decode(padded), where);
    assertEquals(content, ContentCodec.decodeContent(ContentCodec.encodeContent(content)), where);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_content_comes_back_as_it_was(long seed) throws MalformedContentException {
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      survives(Samples.random(random), "seed " + seed + ", round " + i);
    }
  }

  @Test
  void texts_come_back_identical() throws MalformedContentException {
    var texts =
        List.of(
            "x",
            "\u0000",
            "a\u0000b",
            "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
            "e\u0301 is not \u00E9",
            "line\r\nline\nline\u2028line",
            "long line ".repeat(6553),
            "\uFFFD\uFEFF\uFFFF");
    for (var text : texts) {
      survives(Samples.text(text), text.substring(0, 1));
      var message = (Content.Message) Samples.text(text);
      assertEquals(text, message.body());
    }
  }

  @Test
  void a_lone_surrogate_becomes_the_replacement_character_on_both_sides()
      throws MalformedContentException {
    var message = (Content.Message) Samples.text("a\uD83Db\uDE42c\uD83D\uDE42\uD800");
    assertEquals("a\uFFFDb\uFFFDc\uD83D\uDE42\uFFFD", message.body());
    survives(message, "lone surrogates");
  }

  @Test
  void times_are_kept_in_milliseconds() {
    var message = new Content.Message("x", Samples.NOON.plusNanos(999), List.of());
    assertEquals(Samples.NOON, message.sentAt());
  }

  @Test
  void the_longest_body_fits_and_a_longer_one_is_refused() throws MalformedContentException {
    var longest = "\u00e9".repeat(WireLimits.MAX_BODY_BYTES / 2);
    assertTrue(Content.Message.fits(longest));
    survives(Samples.text(longest), "longest");
    assertFalse(Content.Message.fits(longest + "x"));
    assertThrows(IllegalArgumentException.class, () -> Samples.text(longest + "x"));
  }

  @Test
  void a_longer_body_from_another_client_is_refused() {
    var body = "x".repeat(WireLimits.MAX_BODY_BYTES + 1);
    assertEquals(
        new DecodeResult.Malformed("a body has at most 131072 bytes of UTF-8"),
        decode(sealed -> sealed.setMessage(sealed.getMessage().toBuilder().setBody(body))));
  }

  @Test
  void what_does_not_fit_an_envelope_never_enters_the_outbox() {
    var preview = new Attachment.Preview(1, 1, 0, "", Samples.filled(16 * 1024, 1), Bytes.EMPTY);
    var attachment = Samples.attachment(Attachment.Kind.IMAGE, preview);
    var few = new Content.Message("", Samples.NOON, Collections.nCopies(10, attachment));
    var many = new Content.Message("", Samples.NOON, Collections.nCopies(20, attachment));
    assertTrue(ContentCodec.fits(few));
    assertFalse(ContentCodec.fits(many));
    assertThrows(IllegalArgumentException.class, () -> ContentCodec.encodeContent(many));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Content.Message("", Samples.NOON, Collections.nCopies(33, attachment)));
    assertThrows(
        IllegalArgumentException.class, () -> ContentCodec.encode(Samples.binding(), many));
    assertTrue(ContentCodec.encode(Samples.binding(), few).length <= ContentCodec.MAX_PADDED_BYTES);
  }

  @Test
  void lengths_of_short_contents_look_alike() {
    for (var content : Samples.golden().entrySet()) {
      if (!Set.of(
              "attachments",
              "choices",
              "people",
              "group-introduction",
              "group-farewell",
              "contact-card",
              "sticker",
              "sticker-packs")
          .contains(content.getKey())) {
        var padded = ContentCodec.encode(Samples.binding(), content.getValue());
        assertEquals(Padding.SMALLEST_BUCKET, padded.length, content.getKey());
      }
    }
  }

  private static DecodeResult decode(UnaryOperator<Sealed.Builder> change) {
    try {
      var padded = ContentCodec.encode(Samples.binding(), Samples.text("x"));
      var sealed = Sealed.parseFrom(Padding.unpad(padded)).toBuilder();
      return ContentCodec.decode(Padding.pad(change.apply(sealed).build().toByteArray()));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static UnknownFieldSet unknown(int field) {
    return UnknownFieldSet.newBuilder()
        .addField(field, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
        .build();
  }

  @Test
  void a_newer_kind_is_named_and_its_binding_kept() {
    assertEquals(
        new DecodeResult.Unknown(Samples.binding(), 99),
        decode(sealed -> sealed.clearMessage().setUnknownFields(unknown(99))));
  }

  @Test
  void a_message_that_says_only_newer_things_is_unknown() {
    assertEquals(
        new DecodeResult.Unknown(Samples.binding(), 2),
        decode(sealed ->
            sealed.setMessage(
                org.juntos.content.proto.Message.newBuilder().setUnknownFields(unknown(50)))));
  }

  @Test
  void a_receipt_of_a_newer_kind_is_unknown() {
    assertEquals(
        new DecodeResult.Unknown(Samples.binding(), 3),
        decode(sealed ->
            sealed.setReceipt(
                org.juntos.content.proto.Receipt.newBuilder()
                    .setKindValue(7)
                    .addMessageIds(ByteString.copyFrom(new byte[16])))));
  }

  @Test
  void newer_fields_beside_known_ones_are_passed_over() {
    assertEquals(
        new DecodeResult.Decoded(Samples.binding(), Samples.text("x")),
        decode(sealed ->
            sealed.setMessage(sealed.getMessage().toBuilder().setUnknownFields(unknown(50)))));
  }

  @Test
  void an_attachment_of_a_newer_kind_is_a_file() {
    var attachment = Samples.attachment(Attachment.Kind.FILE, Attachment.Preview.NONE);
    var message = new Content.Message("", Samples.NOON, List.of(attachment));
    var written = ContentWriter.write(message).getMessage();
    var newer = written.getAttachments(0).toBuilder().setKindValue(42);
    var result = decode(sealed -> sealed.setMessage(written.toBuilder().setAttachments(0, newer)));
    var decoded = assertInstanceOf(DecodeResult.Decoded.class, result);
    assertEquals(message, decoded.content());
  }

  @Test
  void bindings_that_are_none_are_malformed() {
    List<UnaryOperator<org.juntos.content.proto.Binding.Builder>> changes =
        List.of(
            binding -> binding.clearSenderAccount(),
            binding -> binding.setSenderAccount(ByteString.copyFrom(new byte[15])),
            binding -> binding.setSenderDevice(0),
            binding -> binding.setSenderDevice(128),
            binding -> binding.setSenderDevice(-1),
            binding -> binding.clearRecipientAccount(),
            binding -> binding.setRecipientDevice(0),
            binding -> binding.setConversation(ByteString.copyFrom(new byte[17])),
            binding -> binding.clearMessageId(),
            binding -> binding.setSequence(-1));
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      var result =
          decode(sealed -> sealed.setBinding(change.apply(sealed.getBinding().toBuilder())));
      assertInstanceOf(DecodeResult.Malformed.class, result, "change " + i);
    }
    assertInstanceOf(DecodeResult.Malformed.class, decode(Sealed.Builder::clearBinding));
  }

  @Test
  void attachments_beyond_the_limits_are_malformed() {
    List<UnaryOperator<org.juntos.content.proto.Attachment.Builder>> changes =
        List.of(
            file -> file.setKey(ByteString.copyFrom(new byte[31])),
            file -> file.clearDigest(),
            file -> file.setPlaintextBytes(-1),
            file -> file.setCiphertextBytes(WireLimits.MAX_BLOB_BYTES + 1),
            file -> file.setPlaintextBytes(5000),
            file -> file.setFileName("x".repeat(1025)),
            file -> file.setMediaType("x".repeat(256)),
            file -> file.setBlobId("x".repeat(256)),
            file -> file.setWidth(-1),
            file -> file.setDurationMs(-1),
            file -> file.setBlurhash("x".repeat(129)),
            file -> file.setThumbnail(ByteString.copyFrom(new byte[16 * 1024 + 1])),
            file -> file.setWaveform(ByteString.copyFrom(new byte[129])));
    var honest =
        ContentWriter.write(
                new Content.Message(
                    "",
                    Samples.NOON,
                    List.of(Samples.attachment(Attachment.Kind.IMAGE, Attachment.Preview.NONE))))
            .getMessage();
    assertInstanceOf(DecodeResult.Decoded.class, decode(sealed -> sealed.setMessage(honest)));
    for (int i = 0; i < changes.size(); i++) {
      var file = changes.get(i).apply(honest.getAttachments(0).toBuilder());
      var result = decode(sealed -> sealed.setMessage(honest.toBuilder().setAttachments(0, file)));
      assertInstanceOf(DecodeResult.Malformed.class, result, "change " + i);
    }
    var many = honest.toBuilder();
    for (int i = 0; i < 32; i++) {
      many.addAttachments(honest.getAttachments(0));
    }
    assertInstanceOf(DecodeResult.Malformed.class, decode(sealed -> sealed.setMessage(many)));
  }

  @Test
  void receipts_beyond_the_limits_are_malformed() {
    var receipt =
        org.juntos.content.proto.Receipt.newBuilder()
            .setKind(org.juntos.content.proto.Receipt.Kind.SEEN);
    assertInstanceOf(DecodeResult.Malformed.class, decode(sealed -> sealed.setReceipt(receipt)));
    receipt.addMessageIds(ByteString.copyFrom(new byte[15]));
    assertInstanceOf(DecodeResult.Malformed.class, decode(sealed -> sealed.setReceipt(receipt)));
    receipt.clearMessageIds();
    for (int i = 0; i < 512; i++) {
      receipt.addMessageIds(BindingFields.bytes(new UUID(i, i)));
    }
    assertInstanceOf(DecodeResult.Decoded.class, decode(sealed -> sealed.setReceipt(receipt)));
    receipt.addMessageIds(BindingFields.bytes(new UUID(0, 0)));
    assertInstanceOf(DecodeResult.Malformed.class, decode(sealed -> sealed.setReceipt(receipt)));
  }

  @Test
  void times_that_no_clock_shows_are_malformed() {
    for (long millis : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800_000L}) {
      assertEquals(
          new DecodeResult.Malformed("a time that no clock shows"),
          decode(sealed -> sealed.setMessage(sealed.getMessage().toBuilder().setSentAtMs(millis))));
    }
  }

  @Test
  void names_of_any_length_do_not_reach_a_screen() {
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decode(sealed ->
            sealed.setContactRequest(
                org.juntos.content.proto.ContactRequest.newBuilder().setName("x".repeat(513)))));
  }

  @Test
  void a_profile_key_has_32_bytes_or_none() {
    for (int size : new int[] {1, 16, 31, 33}) {
      var key = ByteString.copyFrom(new byte[size]);
      assertInstanceOf(
          DecodeResult.Malformed.class,
          decode(sealed ->
              sealed.setContactAccepted(
                  org.juntos.content.proto.ContactAccepted.newBuilder().setProfileKey(key))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hostile_bytes_never_throw(long seed) {
    var random = new Random(seed);
    var sample = ContentCodec.encode(Samples.binding(), Samples.random(random));
    for (int i = 0; i < 3000; i++) {
      var bytes = Arrays.copyOf(sample, random.nextInt(sample.length + 1));
      for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      var result = ContentCodec.decode(bytes);
      if (result instanceof DecodeResult.Decoded(var binding, var content)) {
        assertEquals(
            result,
            ContentCodec.decode(ContentCodec.encode(binding, content)),
            "seed " + seed + ", round " + i);
      }
    }
  }

  @Test
  void a_row_of_the_outbox_that_is_none_is_told() {
    assertThrows(
        MalformedContentException.class, () -> ContentCodec.decodeContent(Bytes.ofHex("ff")));
    assertThrows(MalformedContentException.class, () -> ContentCodec.decodeContent(Bytes.EMPTY));
  }
}
