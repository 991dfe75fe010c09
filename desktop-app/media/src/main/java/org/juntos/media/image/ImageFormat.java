package org.juntos.media.image;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The image formats that are known, told apart by their first bytes.
public enum ImageFormat {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  BMP("image/bmp", "bmp"),
  /// Freed of metadata but not decoded.
  HEIC("image/heic", "heic"),
  /// Freed of metadata but not decoded.
  AVIF("image/avif", "avif"),
  /// Freed of metadata but not decoded; raw pictures of cameras begin alike.
  TIFF("image/tiff", "tif");

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  /// How many bytes [#of] needs to see.
  public static final int HEAD_BYTES = 16;

  private final String mediaType;
  private final String extension;

  ImageFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /// As in RFC 6838.
  public String mediaType() {
    return mediaType;
  }

  /// The usual file name extension, without the dot.
  public String extension() {
    return extension;
  }

  /// The format that starts with these bytes, null when it is none of them.
  public static @Nullable ImageFormat of(byte[] bytes) {
    var head =
        new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return GIF;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return TIFF;
    }
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      return boxes(head.substring(8, 12));
    }
    return head.startsWith("BM") && head.startsWith("\0\0\0\0", 6) ? BMP : null;
  }

  private static @Nullable ImageFormat boxes(String brand) {
    if (brand.equals("avif") || brand.equals("avis")) {
      return AVIF;
    }
    return HEIC_BRANDS.contains(brand) ? HEIC : null;
  }

  /// Whether its pixels can be had.
  public boolean isDecoded() {
    return this != HEIC && this != AVIF && this != TIFF;
  }
}
