package org.juntos.ui.platform.dbus;

import java.util.ArrayList;
import java.util.List;

/// The types of D-Bus, as letters.
final class Signature {
  private Signature() {}

  /// The single types of which a signature is made.
  ///
  /// @throws IllegalArgumentException when it is none
  static List<String> types(String signature) {
    var types = new ArrayList<String>();
    for (int at = 0; at < signature.length(); ) {
      int end = end(signature, at);
      types.add(signature.substring(at, end));
      at = end;
    }
    return types;
  }

  private static int end(String signature, int at) {
    if (at >= signature.length()) {
      throw new IllegalArgumentException("half a type");
    }
    return switch (signature.charAt(at)) {
      case 'a' -> end(signature, at + 1);
      case '(' -> closed(signature, at, ')');
      case '{' -> closed(signature, at, '}');
      default -> at + 1;
    };
  }

  private static int closed(String signature, int from, char close) {
    int at = from + 1;
    while (at < signature.length() && signature.charAt(at) != close) {
      at = end(signature, at);
    }
    if (at >= signature.length()) {
      throw new IllegalArgumentException("half a type");
    }
    return at + 1;
  }

  /// At multiples of which a value of this type begins.
  static int alignment(char type) {
    return switch (type) {
      case 'y', 'g', 'v' -> 1;
      case 'n', 'q' -> 2;
      case 'x', 't', 'd', '(', '{' -> 8;
      default -> 4;
    };
  }
}
