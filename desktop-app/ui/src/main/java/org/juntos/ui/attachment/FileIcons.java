package org.juntos.ui.attachment;

import org.kordamp.ikonli.feather.Feather;

/// What stands for a kind of file.
final class FileIcons {
  private FileIcons() {}

  /// @param mediaType as in RFC 6838: what the author says
  static Feather of(String mediaType) {
    return switch (mediaType.substring(0, Math.max(0, mediaType.indexOf('/')))) {
      case "image" -> Feather.IMAGE;
      case "video" -> Feather.FILM;
      case "audio" -> Feather.MUSIC;
      case "text" -> Feather.FILE_TEXT;
      default -> isArchive(mediaType) ? Feather.ARCHIVE : Feather.FILE;
    };
  }

  private static boolean isArchive(String mediaType) {
    return switch (mediaType) {
      case "application/zip",
          "application/gzip",
          "application/x-tar",
          "application/x-7z-compressed" ->
          true;
      default -> false;
    };
  }
}
