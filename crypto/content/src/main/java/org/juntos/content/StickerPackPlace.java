package org.juntos.content;

import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Where all stickers of a pack are, for whoever wants to have them, too.
///
/// @param id SHA-256 of the manifest: the same pack has the same everywhere
/// @param blob at the sender's relay; empty when nobody has brought it there
/// @param key of the file, 32 bytes; see `org.juntos.crypto.attachment`
/// @param digest SHA-256 of the whole ciphertext
public record StickerPackPlace(
    Bytes id, String blob, Bytes key, Bytes digest, long ciphertextBytes) {
  private static final int DIGEST_BYTES = 32;

  /// Longest file of a pack.
  public static final long MOST_BYTES =
      (long) (StickerPack.MOST + 1) * (Sticker.MAX_IMAGE_BYTES + 1024);

  public StickerPackPlace {
    blob = WellFormed.text(blob);
    if (id.size() != DIGEST_BYTES) {
      throw new IllegalArgumentException("a pack is named by 32 bytes");
    }
    if (blob.length() > Attachment.MAX_LABEL_CHARACTERS) {
      throw new IllegalArgumentException("blob id too long");
    }
    if (!blob.isEmpty() && (key.size() != DIGEST_BYTES || digest.size() != DIGEST_BYTES)) {
      throw new IllegalArgumentException("neither key nor digest");
    }
    if (ciphertextBytes < 0 || ciphertextBytes > Math.min(MOST_BYTES, WireLimits.MAX_BLOB_BYTES)) {
      throw new IllegalArgumentException("a pack of " + ciphertextBytes + " bytes");
    }
  }

  /// A pack that nobody has brought to a relay.
  public static StickerPackPlace nowhere(Bytes id) {
    return new StickerPackPlace(id, "", Bytes.EMPTY, Bytes.EMPTY, 0);
  }

  /// Whether it can be fetched.
  public boolean isSomewhere() {
    return !blob.isEmpty();
  }

  /// Everything but the key.
  @Override
  public String toString() {
    return "StickerPackPlace(" + ciphertextBytes + " bytes)";
  }
}
