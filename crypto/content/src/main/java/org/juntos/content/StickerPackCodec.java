package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import org.juntos.content.proto.StickerManifest;
import org.juntos.content.proto.StickerPackFile;
import org.juntos.wire.Bytes;

/// The file of a pack: a manifest, which the name of the pack is the digest of, and the pictures,
/// which the manifest has the digests of. So whoever has the name takes no other stickers for
/// those, whoever gives them.
public final class StickerPackCodec {
  private static final int VERSION = 1;

  private StickerPackCodec() {}

  /// What is encrypted and brought to a relay.
  ///
  /// @param id name of the pack
  public record Encoded(Bytes id, Bytes file) {}

  /// The same for the same pack.
  public static Encoded encode(StickerPack pack) {
    var manifest =
        StickerManifest.newBuilder()
            .setVersion(VERSION)
            .setTitle(pack.title())
            .setAuthor(pack.author());
    var file = StickerPackFile.newBuilder();
    for (var item : pack.items()) {
      manifest
          .addItemsBuilder()
          .setEmoji(item.emoji())
          .setLabel(item.label())
          .setDigest(UnsafeByteOperations.unsafeWrap(sha256(item.image().toArray())));
      file.addImages(UnsafeByteOperations.unsafeWrap(item.image().buffer()));
    }
    var bytes = manifest.build().toByteArray();
    file.setManifest(UnsafeByteOperations.unsafeWrap(bytes));
    return new Encoded(Bytes.of(sha256(bytes)), Bytes.of(file.build().toByteArray()));
  }

  /// @param id the name under which it was asked for
  /// @throws MalformedContentException when it is not that pack, or breaks a limit
  public static StickerPack decode(Bytes id, byte[] file) throws MalformedContentException {
    try {
      var fields = StickerPackFile.parseFrom(file);
      var manifest = fields.getManifest().toByteArray();
      if (!MessageDigest.isEqual(sha256(manifest), id.toArray())) {
        throw new MalformedContentException("a pack of another name");
      }
      return pack(StickerManifest.parseFrom(manifest), fields);
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw new MalformedContentException("no pack of stickers");
    }
  }

  private static StickerPack pack(StickerManifest manifest, StickerPackFile fields)
      throws MalformedContentException {
    int count = manifest.getItemsCount();
    if (count > StickerPack.MOST || count != fields.getImagesCount()) {
      throw new MalformedContentException("a pack of " + count + " stickers");
    }
    var items = new ArrayList<StickerPack.Item>();
    for (int number = 0; number < count; number++) {
      var item = manifest.getItems(number);
      var image = fields.getImages(number);
      if (!isOf(item.getDigest(), image)) {
        throw new MalformedContentException("another picture than the manifest says");
      }
      items.add(
          new StickerPack.Item(item.getEmoji(), item.getLabel(), Bytes.of(image.toByteArray())));
    }
    return new StickerPack(manifest.getTitle(), manifest.getAuthor(), items);
  }

  private static boolean isOf(ByteString digest, ByteString image) {
    return MessageDigest.isEqual(digest.toByteArray(), sha256(image.toByteArray()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) { // every platform has it
      throw new IllegalStateException(impossible);
    }
  }
}
