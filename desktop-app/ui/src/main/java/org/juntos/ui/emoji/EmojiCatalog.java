package org.juntos.ui.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All emoji that can be drawn, and the longest-first search for them in text (sequences joined by
/// ZWJ, flags, keycaps and skin tones included).
public final class EmojiCatalog {
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int PICTURE_STYLE = 0xFE0F;

  private final List<Emoji> all = new ArrayList<>();
  private final Node root = new Node();

  private EmojiCatalog() {}

  /// Reads the catalog that is part of this program.
  public static EmojiCatalog load() {
    var catalog = new EmojiCatalog();
    try (var lines = reader()) {
      lines.lines().forEach(catalog::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return catalog;
  }

  /// Every emoji in the order of the Unicode charts, variants after their base.
  public List<Emoji> all() {
    return List.copyOf(all);
  }

  /// The same with everybody in one tone of skin; itself when it has none, or is to have none.
  public Emoji toned(Emoji base, SkinTone tone) {
    for (var at = base.picture() + 1; at < all.size() && all.get(at).name().isEmpty(); at++) {
      if (tone.isOf(all.get(at))) {
        return all.get(at);
      }
    }
    return base;
  }

  /// The longest emoji that starts at `start`, or null.
  public @Nullable Match at(CharSequence text, int start) {
    var node = root;
    var best = (Match) null;
    var styled = false;
    for (var at = start; at < text.length(); ) {
      var point = Character.codePointAt(text, at);
      at += Character.charCount(point);
      if (point == PICTURE_STYLE) {
        styled = true;
      } else {
        node = node.next.get(point);
        styled = false;
      }
      if (node == null) {
        return best;
      }
      best = better(best, node, styled, text, at);
    }
    return best;
  }

  private static @Nullable Match better(
      @Nullable Match best, Node node, boolean styled, CharSequence text, int end) {
    var emoji = node.emoji;
    if (emoji == null || isPlain(text, end) || (node.textByDefault && !styled)) {
      return best;
    }
    return new Match(emoji, end);
  }

  private static boolean isPlain(CharSequence text, int end) {
    return end < text.length() && text.charAt(end) == TEXT_STYLE;
  }

  private void add(String line) {
    var fields = line.split("\t", -1);
    var text = new StringBuilder();
    for (var hex : fields[0].split("-", -1)) {
      text.appendCodePoint(Integer.parseInt(hex, 16));
    }
    var emoji = new Emoji(text.toString(), all.size(), fields[1], fields[2]);
    all.add(emoji);
    insert(emoji);
  }

  private void insert(Emoji emoji) {
    var node = root;
    var points = emoji.text().codePoints().toArray();
    for (var point : points) {
      if (point != PICTURE_STYLE) {
        node = node.next.computeIfAbsent(point, _ -> new Node());
      }
    }
    node.emoji = emoji;
    node.textByDefault = points.length == 2 && points[1] == PICTURE_STYLE;
  }

  private static BufferedReader reader() {
    var stream = EmojiCatalog.class.getResourceAsStream("emoji.index");
    if (stream == null) {
      throw new IllegalStateException("emoji.index is not on the class path");
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /// @param end index after the last character
  public record Match(Emoji emoji, int end) {}

  private static final class Node {
    private final Map<Integer, Node> next = new HashMap<>(2);
    private @Nullable Emoji emoji;
    private boolean textByDefault;
  }
}
