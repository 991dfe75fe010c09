package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.juntos.content.proto.StickerManifest;
import org.juntos.content.proto.StickerPackFile;
import org.juntos.wire.Bytes;

/// What somebody hostile may say of stickers.
final class StickerTest {
  private static StickerPackFile file(StickerPack pack) throws Exception {
    return StickerPackFile.parseFrom(StickerPackCodec.encode(pack).file().toArray());
  }

  private static Bytes sha256(byte[] bytes) throws Exception {
    return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void refused(Bytes id, StickerPackFile file) {
    assertThrows(
        MalformedContentException.class, () -> StickerPackCodec.decode(id, file.toByteArray()));
  }

  @Test
  void a_pack_comes_back_as_it_was_under_the_same_name() throws Exception {
    var pack = StickerSamples.pack(StickerPack.MOST);
    var encoded = StickerPackCodec.encode(pack);
    assertEquals(pack, StickerPackCodec.decode(encoded.id(), encoded.file().toArray()));
    assertEquals(encoded.id(), StickerPackCodec.encode(pack).id());
  }

  @Test
  void another_manifest_is_another_pack() throws Exception {
    var cats = StickerPackCodec.encode(StickerSamples.pack(2));
    refused(cats.id(), file(StickerSamples.pack(3)));
  }

  @Test
  void another_picture_than_the_manifest_says_is_refused() throws Exception {
    var cats = StickerPackCodec.encode(StickerSamples.pack(2));
    var other = ByteString.copyFrom(StickerSamples.image(99).toArray());
    refused(cats.id(), file(StickerSamples.pack(2)).toBuilder().setImages(1, other).build());
    refused(cats.id(), file(StickerSamples.pack(2)).toBuilder().addImages(other).build());
    refused(cats.id(), file(StickerSamples.pack(2)).toBuilder().clearImages().build());
  }

  @Test
  void too_many_stickers_are_refused_whatever_their_digests_say() throws Exception {
    var file = StickerPackFile.newBuilder();
    var manifest = StickerManifest.newBuilder().setVersion(1).setTitle("Cats");
    for (int number = 0; number <= StickerPack.MOST; number++) {
      var image = StickerSamples.image(50);
      manifest
          .addItemsBuilder()
          .setEmoji(StickerSamples.WAVE)
          .setDigest(ByteString.copyFrom(sha256(image.toArray()).toArray()));
      file.addImages(ByteString.copyFrom(image.toArray()));
    }
    var bytes = manifest.build().toByteArray();
    refused(sha256(bytes), file.setManifest(ByteString.copyFrom(bytes)).build());
  }

  @Test
  void what_is_no_picture_or_too_large_is_refused() {
    var large = StickerSamples.image(Sticker.MAX_IMAGE_BYTES + 1);
    for (var image : List.of(large, Bytes.EMPTY, Samples.filled(40, 'x'))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Sticker(StickerSamples.PLACE, 0, StickerSamples.WAVE, "", image));
      assertThrows(
          IllegalArgumentException.class,
          () -> new StickerPack.Item(StickerSamples.WAVE, "", image));
    }
  }

  private static void cannotBe(Executable made) {
    assertThrows(IllegalArgumentException.class, made);
  }

  @Test
  void a_pack_has_1_to_50_stickers_a_title_and_an_author_of_128_bytes() {
    var item = StickerSamples.pack(1).items().getFirst();
    var many = Collections.nCopies(StickerPack.MOST + 1, item);
    cannotBe(() -> new StickerPack("Cats", "Ana", many));
    cannotBe(() -> new StickerPack("Cats", "Ana", List.of()));
    cannotBe(() -> new StickerPack("x".repeat(129), "Ana", List.of(item)));
    cannotBe(() -> new StickerPack("Cats", "x".repeat(129), List.of(item)));
    cannotBe(() -> new StickerPack(" ", "Ana", List.of(item)));
    assertEquals(50, new StickerPack("Cats", "", many.subList(0, 50)).items().size());
  }

  @Test
  void a_sticker_is_one_of_its_pack_and_says_little() {
    var image = StickerSamples.image(50);
    for (int number : new int[] {-1, StickerPack.MOST}) {
      cannotBe(
          () -> new Sticker(StickerSamples.PLACE, number, StickerSamples.WAVE, "waves", image));
    }
    for (var emoji : List.of("", " ", "x".repeat(Sticker.MAX_EMOJI_BYTES + 1))) {
      cannotBe(() -> new Sticker(StickerSamples.PLACE, 0, emoji, "waves", image));
      cannotBe(() -> new StickerPack.Item(emoji, "waves", image));
    }
    var lengthy = "x".repeat(Sticker.MAX_LABEL_BYTES + 1);
    cannotBe(() -> new Sticker(StickerSamples.PLACE, 0, StickerSamples.WAVE, lengthy, image));
    cannotBe(() -> new StickerPack.Item(StickerSamples.WAVE, lengthy, image));
  }

  @Test
  void a_name_is_a_digest_and_no_path() {
    for (var id : List.of("../../etc/passwd", "")) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new StickerPackPlace(
                  Bytes.of(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                  "blob",
                  StickerSamples.PLACE.key(),
                  StickerSamples.PLACE.digest(),
                  1));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new StickerPackPlace(
                StickerSamples.PLACE.id(),
                "blob",
                StickerSamples.PLACE.key(),
                StickerSamples.PLACE.digest(),
                StickerPackPlace.MOST_BYTES + 1));
  }

  @Test
  void a_sticker_is_all_that_a_message_says_and_the_largest_fits() {
    var large =
        new Sticker(
            StickerSamples.PLACE,
            StickerPack.MOST - 1,
            StickerSamples.WAVE,
            "x".repeat(Sticker.MAX_LABEL_BYTES),
            StickerSamples.image(Sticker.MAX_IMAGE_BYTES));
    assertTrue(ContentCodec.fits(StickerSamples.message(large)));
    assertThrows(IllegalArgumentException.class, () -> Samples.message("and words", null, large));
  }
}
