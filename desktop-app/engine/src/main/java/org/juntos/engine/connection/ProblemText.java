package org.juntos.engine.connection;

import java.util.HashMap;
import java.util.Map;

/// The string members of one flat JSON object: all that is read of an RFC 9457 problem. What is no
/// such object yields what could be read before that showed.
final class ProblemText {
  private final String json;
  private int at;

  private ProblemText(String json) {
    this.json = json;
  }

  static Map<String, String> members(String json) {
    return new ProblemText(json).members();
  }

  private Map<String, String> members() {
    var members = new HashMap<String, String>();
    while (seekQuote()) {
      var name = string();
      skipSpace();
      if (next() != ':') {
        return members;
      }
      skipSpace();
      if (peek() == '"') {
        at++;
        members.put(name, string());
      } else {
        skipValue();
      }
    }
    return members;
  }

  private boolean seekQuote() {
    while (at < json.length()) {
      if (next() == '"') {
        return true;
      }
    }
    return false;
  }

  private void skipSpace() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private void skipValue() {
    while (at < json.length() && peek() != ',') {
      at++;
    }
  }

  private String string() {
    var text = new StringBuilder();
    for (char c = next(); c != '"' && c != 0; c = next()) {
      text.append(c == '\\' ? escaped(next()) : c);
    }
    return text.toString();
  }

  private char escaped(char kind) {
    return switch (kind) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> kind;
    };
  }

  private char unicode() {
    int end = Math.min(at + 4, json.length());
    var digits = json.substring(at, end);
    at = end;
    return digits.matches("[0-9a-fA-F]{4}") ? (char) Integer.parseInt(digits, 16) : '\ufffd';
  }

  private char peek() {
    return at < json.length() ? json.charAt(at) : 0;
  }

  private char next() {
    return at < json.length() ? json.charAt(at++) : 0;
  }
}
