package org.juntos.engine.connection;

import java.util.ArrayList;
import java.util.List;

/// A relay's address as people pass it on, perhaps with an invite of its admin:
/// `https://relay.example.org#invite=CODE` or `juntos://relay/HOST:PORT#PIN&invite=CODE`.
///
/// @param invite empty when there is none
public record RelayLink(RelayAddress relay, String invite) {
  private static final String INVITE = "invite=";

  /// Reads what a person typed or pasted.
  public static Parsed parse(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      return parse(text, "");
    }
    var others = new ArrayList<String>();
    var invite = "";
    for (var part : List.of(text.substring(hash + 1).strip().split("&", -1))) {
      if (part.startsWith(INVITE)) {
        invite = part.substring(INVITE.length());
      } else {
        others.add(part);
      }
    }
    var rest = others.isEmpty() ? "" : "#" + String.join("&", others);
    return parse(text.substring(0, hash) + rest, invite);
  }

  /// The invite in what a person typed or pasted where one is asked for: the code, or the whole
  /// link with it.
  public static String inviteIn(String text) {
    var typed = text.strip();
    return parse(typed) instanceof Parsed.Valid(RelayLink(_, var invite)) && !invite.isEmpty()
        ? invite
        : typed;
  }

  private static Parsed parse(String address, String invite) {
    return switch (RelayAddress.parse(address)) {
      case RelayAddress.Parsed.Valid(var relay) -> new Parsed.Valid(new RelayLink(relay, invite));
      case RelayAddress.Parsed.Invalid(var sentence) -> new Parsed.Invalid(sentence);
    };
  }

  /// Does not tell the invite.
  @Override
  public String toString() {
    return relay + (invite.isEmpty() ? "" : " with an invite");
  }

  /// What a text was.
  public sealed interface Parsed {
    /// A relay.
    record Valid(RelayLink link) implements Parsed {}

    /// None.
    ///
    /// @param sentence what is wrong with it, for the person
    record Invalid(String sentence) implements Parsed {}
  }
}
