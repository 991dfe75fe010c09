package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import org.juntos.content.proto.StickerPacksChosen;
import org.juntos.wire.Bytes;

/// Between `stickers.proto` and its types. An [IllegalArgumentException] of a record is malformed
/// content, too.
final class StickerFields {
  private StickerFields() {}

  static Sticker read(org.juntos.content.proto.Sticker fields) {
    return new Sticker(
        read(fields.getPack()),
        fields.getNumber(),
        fields.getEmoji(),
        fields.getLabel(),
        bytes(fields.getImage()));
  }

  private static StickerPackPlace read(org.juntos.content.proto.StickerPackPlace fields) {
    return new StickerPackPlace(
        bytes(fields.getPackId()),
        fields.getBlobId(),
        bytes(fields.getKey()),
        bytes(fields.getDigest()),
        fields.getCiphertextBytes());
  }

  static org.juntos.content.proto.Sticker write(Sticker sticker) {
    return org.juntos.content.proto.Sticker.newBuilder()
        .setPack(write(sticker.pack()))
        .setNumber(sticker.number())
        .setEmoji(sticker.emoji())
        .setLabel(sticker.label())
        .setImage(bytes(sticker.image()))
        .build();
  }

  private static org.juntos.content.proto.StickerPackPlace write(StickerPackPlace place) {
    return org.juntos.content.proto.StickerPackPlace.newBuilder()
        .setPackId(bytes(place.id()))
        .setBlobId(place.blob())
        .setKey(bytes(place.key()))
        .setDigest(bytes(place.digest()))
        .setCiphertextBytes(place.ciphertextBytes())
        .build();
  }

  static Linking chosen(StickerPacksChosen fields) throws MalformedContentException {
    if (fields.getChoicesCount() > Linking.MOST) {
      throw new MalformedContentException("too many packs");
    }
    var choices = new ArrayList<Linking.StickerPacks.Choice>();
    for (var choice : fields.getChoicesList()) {
      choices.add(
          new Linking.StickerPacks.Choice(
              read(choice.getPack()), choice.getInstalled(), ContentReader.time(choice.getAtMs())));
    }
    return new Linking.StickerPacks(choices);
  }

  static StickerPacksChosen chosen(Linking.StickerPacks packs) {
    var fields = StickerPacksChosen.newBuilder();
    for (var choice : packs.choices()) {
      fields
          .addChoicesBuilder()
          .setPack(write(choice.pack()))
          .setInstalled(choice.installed())
          .setAtMs(choice.at().toEpochMilli());
    }
    return fields.build();
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }

  private static ByteString bytes(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.buffer());
  }
}
