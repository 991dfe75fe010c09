package org.juntos.engine.held;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.engine.connection.HeldAnswer;
import org.juntos.engine.intent.HeldView;
import org.juntos.wire.Bytes;

/// What each kind of row is, in words for a person.
final class HeldWords {
  private static final String SEALED =
      "Sealed: who sent them and what they say is not known to the relay.";

  private static final Map<String, Words> WORDS =
      Map.ofEntries(
          Map.entry(
              "account",
              new Words(
                  "account",
                  "accounts",
                  "Its public identity key, the signed list of its devices, and a keyed hash of the"
                      + " number or address that it was made with, and the day on which it was last"
                      + " used.")),
          Map.entry(
              "device",
              new Words(
                  "device",
                  "devices",
                  "Its number, a hash of its secret, and the public keys that sessions begin"
                      + " with.")),
          Map.entry(
              "one_time_prekey",
              new Words(
                  "one-time key",
                  "one-time keys",
                  "Public keys; each begins one session, then goes.")),
          Map.entry(
              "given_prekey",
              new Words(
                  "used key",
                  "used keys",
                  "Numbers of keys that were handed out, so that none is handed out again.")),
          Map.entry("envelope", new Words("waiting message", "waiting messages", SEALED)),
          Map.entry(
              "envelope_copy",
              new Words("waiting message to a group", "waiting messages to groups", SEALED)),
          Map.entry(
              "filed",
              new Words(
                  "place in messages to groups",
                  "places in messages to groups",
                  "How many of the messages to groups a device has had.")),
          Map.entry(
              "upload",
              new Words(
                  "file", "files", "Encrypted: the keys are inside messages, never at the relay.")),
          Map.entry(
              "access_key",
              new Words(
                  "access key",
                  "access keys",
                  "A hash of what contacts show to send without saying who they are.")),
          Map.entry(
              "presence_hidden",
              new Words(
                  "note on presence",
                  "notes on presence",
                  "Nobody is told when this account is here.")),
          Map.entry(
              "profile",
              new Words(
                  "profile",
                  "profiles",
                  "Name, about and picture, sealed for those who hold this account's profile key.")),
          Map.entry(
              "registration_lock",
              new Words(
                  "registration lock",
                  "registration locks",
                  "A keyed hash of what your PIN makes, and how many tries are left.")),
          Map.entry(
              "user_name",
              new Words(
                  "user name", "user names", "Its hash; the name itself is not at the relay.")),
          Map.entry(
              "discoverable",
              new Words(
                  "entry under your number",
                  "entries under your number",
                  "Lets whoever knows your number find this account. Without the relay's key it does"
                      + " not tell the number; with it, the relay could find it by trying all.")),
          Map.entry(
              "file_share",
              new Words(
                  "share of its own",
                  "shares of its own",
                  "The admin gives this account more room for files than others, or less.")),
          Map.entry(
              "report",
              new Words(
                  "kind of reports",
                  "kinds of reports",
                  "How often others have reported this account, why, and on which days; not who.")),
          Map.entry(
              "status",
              new Words(
                  "status slot",
                  "status slots",
                  "A number, when it was posted, and its encrypted file; what it says and who may"
                      + " see it is not known to the relay.")),
          Map.entry(
              "suspension",
              new Words("suspension", "suspensions", "The admin keeps this account out for now.")),
          Map.entry(
              "push",
              new Words(
                  "push address",
                  "push addresses",
                  "Where a device is woken when it has no connection; pushes have no content.")));

  private HeldWords() {}

  private record Words(String one, String many, String detail) {}

  static boolean knows(String name) {
    return WORDS.containsKey(name);
  }

  static HeldView.Kind kind(HeldAnswer.Table table) {
    var words = WORDS.getOrDefault(table.name(), new Words(table.name(), table.name(), ""));
    int count = table.rows().size();
    var title = (count == 0 ? "No" : count + "") + " " + (count == 1 ? words.one() : words.many());
    var detail = count == 0 ? "" : words.detail();
    return new HeldView.Kind(table.name(), title + size(table), detail, rows(table));
  }

  private static String size(HeldAnswer.Table table) {
    var column =
        switch (table.name()) {
          case "envelope", "profile" -> "ciphertext";
          case "envelope_copy" -> "bytes";
          case "upload" -> "arrived_bytes";
          default -> "";
        };
    long bytes =
        column.isEmpty()
            ? 0
            : table.rows().stream()
                .mapToLong(row -> Math.max(0, Comparison.number(row, column)))
                .sum();
    return bytes == 0 ? "" : ", " + inWords(bytes);
  }

  private static String inWords(long bytes) {
    return bytes < 1_000
        ? bytes + " bytes"
        : bytes < 1_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
  }

  private static List<Map<String, Object>> rows(HeldAnswer.Table table) {
    return table.rows().stream().map(HeldWords::plain).toList();
  }

  private static Map<String, Object> plain(Map<String, Object> row) {
    var plain = new LinkedHashMap<String, Object>();
    row.forEach(
        (column, value) -> plain.put(column, value instanceof Bytes bytes ? bytes.hex() : value));
    return plain;
  }
}
