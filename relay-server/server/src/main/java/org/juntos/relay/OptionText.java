package org.juntos.relay;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what options say.
final class OptionText {
  private OptionText() {}

  static List<String> said(List<String> words) {
    return words.stream().filter(word -> !word.isBlank()).toList();
  }

  static @Nullable Path path(String text) {
    return text.isEmpty() ? null : Path.of(text);
  }

  static <E extends Enum<E>> Set<E> all(Class<E> type, List<String> names) {
    return said(names).stream().map(name -> value(type, name)).collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      var known = Arrays.stream(type.getEnumConstants()).map(one -> one.name());
      throw new IllegalArgumentException(
          "must be "
              + known.map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "))
              + ", not '"
              + name
              + "'");
    }
  }

  /// What is wrong with an option is said with its name, so that its place can be told.
  static <T> T named(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(option + ": " + wrong.getMessage(), wrong);
    }
  }
}
