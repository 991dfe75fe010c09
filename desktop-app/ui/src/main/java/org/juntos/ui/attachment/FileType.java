package org.juntos.ui.attachment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.juntos.media.FileNames;
import org.kordamp.ikonli.feather.Feather;

/// What kind of document a file is, to those who look at it. The name decides, as it decides which
/// program opens the file; what its author calls it counts only when the name says nothing.
public enum FileType {
  PROGRAM("Program", Feather.TERMINAL, ""),
  PDF("PDF", Feather.FILE_TEXT, "pdf ps djvu xps"),
  DOCUMENT("Document", Feather.FILE_TEXT, "doc docx odt rtf pages wpd tex"),
  SHEET("Spreadsheet", Feather.GRID, "xls xlsx ods csv tsv numbers"),
  SLIDES("Slides", Feather.MONITOR, "ppt pptx odp key"),
  TEXT("Text", Feather.ALIGN_LEFT, "txt md log nfo srt org adoc"),
  BOOK("Book", Feather.BOOK_OPEN, "epub mobi azw3 fb2"),
  ARCHIVE("Archive", Feather.ARCHIVE, "zip gz tgz tar 7z rar bz2 xz zst lz4 cab"),
  CODE(
      "Code",
      Feather.CODE,
      "java c h cc cpp cs go rs kt swift ts tsx css json xml yaml yml toml ini conf sql diff patch"),
  PICTURE("Picture", Feather.IMAGE, "jpg jpeg png gif webp bmp tif tiff heic avif raw dng psd"),
  VIDEO("Video", Feather.FILM, "mp4 mov mkv webm avi m4v mpg mpeg"),
  SOUND("Sound", Feather.MUSIC, "mp3 m4a ogg opus wav flac aif aiff wma mid midi"),
  CONTACTS("Contacts", Feather.USER, "vcf vcard"),
  CALENDAR("Calendar", Feather.CALENDAR, "ics ical"),
  FONT("Font", Feather.TYPE, "ttf otf woff woff2"),
  DATABASE("Database", Feather.DATABASE, "db sqlite sqlite3 mdf"),
  OTHER("File", Feather.FILE, "");

  private static final Map<String, FileType> BY_EXTENSION = byExtension();

  private final String word;
  private final Feather icon;
  private final String extensions;

  FileType(String word, Feather icon, String extensions) {
    this.word = word;
    this.icon = icon;
    this.extensions = extensions;
  }

  /// @param fileName as it would be saved
  /// @param mediaType as in RFC 6838: what the author says
  public static FileType of(String fileName, String mediaType) {
    if (FileNames.isRisky(fileName)) {
      return PROGRAM;
    }
    var extension = FileNames.extension(fileName).toLowerCase(Locale.ROOT);
    var named = BY_EXTENSION.get(extension);
    return named == null && extension.isEmpty() ? said(mediaType) : named == null ? OTHER : named;
  }

  /// In a word.
  public String word() {
    return word;
  }

  /// What stands for it.
  public Feather icon() {
    return icon;
  }

  private static FileType said(String mediaType) {
    return switch (mediaType.substring(0, Math.max(0, mediaType.indexOf('/')))) {
      case "image" -> PICTURE;
      case "video" -> VIDEO;
      case "audio" -> SOUND;
      case "text" -> TEXT;
      default -> mediaType.equals("application/pdf") ? PDF : OTHER;
    };
  }

  private static Map<String, FileType> byExtension() {
    var all = new HashMap<String, FileType>();
    for (var type : values()) {
      Arrays.stream(type.extensions.split(" ", -1)).forEach(one -> all.put(one, type));
    }
    all.remove("");
    return Map.copyOf(all);
  }
}
