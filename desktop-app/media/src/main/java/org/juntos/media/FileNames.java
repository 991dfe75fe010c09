package org.juntos.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns the file name a peer sent into one that is safe to show and to save under, on every
/// system.
public final class FileNames {
  /// Longest name, in UTF-8 bytes: what common file systems take.
  public static final int MAX_BYTES = 255;

  private static final String UNNAMED = "file";
  private static final int MAX_EXTENSION_BYTES = 32;

  /// Controls, format characters (bidi overrides, zero width), lone surrogates, line separators.
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}.]+$");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*");

  private static final Set<String> RISKY =
      Pattern.compile("\\s+")
          .splitAsStream(
              """
              exe com scr pif bat cmd msi msp msix appx cpl dll sys hta jar jnlp js jse vbs vbe \
              wsf wsh ws sct ps1 psm1 psd1 ps1xml lnk url scf inf reg rgs gadget application chm \
              hlp sh bash zsh fish csh ksh command run bin out elf appimage deb rpm apk ipa dmg \
              pkg app workflow desktop service py pyc pyw pl rb php lua tcl so dylib class docm \
              dotm xlsm xltm xlam pptm potm ppam ppsm sldm xll iqy slk iso img vhd vhdx \
              settingcontent-ms library-ms search-ms website htm html xhtml mht mhtml svg webloc \
              terminal action ade adp mdb accde\
              """)
          .collect(Collectors.toUnmodifiableSet());

  private FileNames() {}

  /// A base name of 1 to [#MAX_BYTES] bytes without path, control or direction characters, reserved
  /// names, or dots and spaces at its end. Keeps the extension. Never fails.
  public static String safe(String name) {
    var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var visible = FORBIDDEN.matcher(INVISIBLE.matcher(base).replaceAll("")).replaceAll("_");
    var trimmed = EDGES.matcher(visible).replaceAll("");
    var named = trimmed.isEmpty() ? UNNAMED : trimmed;
    return shorten(unreserve(named));
  }

  /// Whether opening a file of this name may run a program, so that the person must be warned.
  public static boolean isRisky(String name) {
    return RISKY.contains(extension(safe(name)).toLowerCase(Locale.ROOT));
  }

  /// What follows the last dot, as written; empty when there is none or nothing before it.
  public static String extension(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 1 ? "" : name.substring(dot + 1);
  }

  /// `name` with its extension replaced (or added).
  ///
  /// @param extension without the dot
  public static String withExtension(String name, String extension) {
    var old = extension(name);
    var stem = old.isEmpty() ? name : name.substring(0, name.length() - old.length() - 1);
    return shorten(stem + "." + extension);
  }

  private static String unreserve(String name) {
    var dot = name.indexOf('.');
    var stem = dot < 0 ? name : name.substring(0, dot);
    return RESERVED.matcher(stem).matches() ? "_" + name : name;
  }

  private static String shorten(String name) {
    if (utf8Length(name) <= MAX_BYTES) {
      return name;
    }
    var extension = extension(name);
    var suffix =
        extension.isEmpty() || utf8Length(extension) > MAX_EXTENSION_BYTES ? "" : "." + extension;
    var stem = name.substring(0, name.length() - suffix.length());
    return EDGES.matcher(firstBytes(stem, MAX_BYTES - utf8Length(suffix))).replaceAll("") + suffix;
  }

  /// As many whole code points of `text` as fit into `bytes`.
  private static String firstBytes(String text, int bytes) {
    var end = 0;
    var used = 0;
    while (end < text.length()) {
      var next = text.offsetByCodePoints(end, 1);
      used += utf8Length(text.substring(end, next));
      if (used > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
