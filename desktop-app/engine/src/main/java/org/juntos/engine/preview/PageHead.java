package org.juntos.engine.preview;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.juntos.wire.Bytes;

/// What a page says of itself, in `title` and `meta` elements of its beginning (Open Graph, and
/// what was there before). Nothing else of it is read, and no tree is made of it.
///
/// @param title empty when it says none
/// @param description empty when it says none
/// @param picture address as it stands there; empty when it names none
record PageHead(String title, String description, String picture) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("laquo", "\u00ab"),
          Map.entry("raquo", "\u00bb"),
          Map.entry("middot", "\u00b7"),
          Map.entry("bull", "\u2022"),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("ldquo", "\u201c"));

  private static final int CHARSET_LOOKED_FOR = 2048;

  /// @param mediaType with its parameters
  static PageHead read(Bytes page, String mediaType) {
    var bytes = page.toArray();
    var elements = PageElements.of(new String(bytes, charset(bytes, mediaType)));
    var said = new HashMap<String, String>();
    for (var meta : elements.meta()) {
      var name = meta.getOrDefault("property", meta.getOrDefault("name", ""));
      var content = decoded(meta.getOrDefault("content", ""));
      if (!content.isBlank()) {
        said.putIfAbsent(name.toLowerCase(Locale.ROOT), content);
      }
    }
    return new PageHead(
        first(said, decoded(elements.title()), "og:title", "twitter:title"),
        first(said, "", "og:description", "description", "twitter:description"),
        first(said, "", "og:image:secure_url", "og:image", "og:image:url", "twitter:image"));
  }

  private static String first(Map<String, String> said, String otherwise, String... names) {
    for (var name : names) {
      var value = said.get(name);
      if (value != null) {
        return value.strip();
      }
    }
    return otherwise.strip();
  }

  private static Charset charset(byte[] bytes, String mediaType) {
    var declared = CHARSET.matcher(mediaType);
    if (declared.find()) {
      return charset(declared.group(1));
    }
    var beginning =
        new String(
            bytes, 0, Math.min(bytes.length, CHARSET_LOOKED_FOR), StandardCharsets.ISO_8859_1);
    var written = CHARSET.matcher(beginning);
    return written.find() ? charset(written.group(1)) : StandardCharsets.UTF_8;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String decoded(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(entity(found.group(1), found.group())));
  }

  private static String entity(String name, String whole) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), whole);
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF)
        ? Character.toString(point)
        : whole;
  }
}
