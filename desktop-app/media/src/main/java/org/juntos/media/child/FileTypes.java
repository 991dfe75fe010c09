package org.juntos.media.child;

import java.util.Locale;
import java.util.Map;
import org.juntos.media.FileNames;

/// Media types of files that are sent as they are. Only a hint for the reader.
final class FileTypes {
  private static final String UNKNOWN = "application/octet-stream";
  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("tar", "application/x-tar"),
          Map.entry("7z", "application/x-7z-compressed"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
          Map.entry("docx", office("wordprocessingml.document")),
          Map.entry("xlsx", office("spreadsheetml.sheet")),
          Map.entry("pptx", office("presentationml.presentation")),
          Map.entry("vcf", "text/vcard"),
          Map.entry("ics", "text/calendar"),
          Map.entry("heic", "image/heic"),
          Map.entry("avif", "image/avif"),
          Map.entry("svg", "image/svg+xml"));

  private FileTypes() {}

  private static String office(String kind) {
    return "application/vnd.openxmlformats-officedocument." + kind;
  }

  static String of(String fileName) {
    var extension = FileNames.extension(fileName).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
  }
}
