package org.juntos.cli.verb;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.juntos.content.ConversationId;

/// Up to which row each conversation was printed, kept in the profile's folder so that the next
/// `receive` goes on from there. Conversations are hashed: the file names nobody.
final class Received {
  private static final String FILE = "cli-received";
  private static final String CHANGES = "changes";
  private static final int NAME_BYTES = 12;

  private final Path file;
  private final Map<String, Long> rows;

  private Received(Path file, Map<String, Long> rows) {
    this.file = file;
    this.rows = rows;
  }

  /// @throws Refusal when the profile cannot be read
  static Received in(Path profile) throws Refusal {
    var file = profile.resolve(FILE);
    var rows = new TreeMap<String, Long>();
    try {
      for (var line : Files.readAllLines(file)) {
        var parts = line.split(" ", 2);
        rows.put(parts[0], Long.parseLong(parts[1]));
      }
    } catch (NoSuchFileException _) {
      return new Received(file, rows); // nothing was printed yet
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException | CharacterCodingException _) {
      rows.clear(); // changed by hand: what is unread is printed again
    } catch (IOException e) {
      throw unusable(file, e);
    }
    return new Received(file, rows);
  }

  /// The last printed row; -1 when there is none.
  long row(ConversationId conversation) {
    return rows.getOrDefault(name(conversation), -1L);
  }

  /// The number of the last change of a message that was printed; 0 when none was.
  long change() {
    return rows.getOrDefault(CHANGES, 0L);
  }

  /// Remembers the number of a change for the next process.
  void advanceChange(long number) throws Refusal {
    advance(CHANGES, number);
  }

  /// Remembers `row` for the next process.
  ///
  /// @throws Refusal when the profile cannot be written
  void advance(ConversationId conversation, long row) throws Refusal {
    advance(name(conversation), row);
  }

  private void advance(String name, long row) throws Refusal {
    rows.put(name, row);
    var text = new StringBuilder();
    rows.forEach((key, last) -> text.append(key).append(' ').append(last).append('\n'));
    var fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static Refusal unusable(Path file, IOException e) {
    return Refusal.of(
        "profile-unwritable",
        "The file " + file + " cannot be used: " + e.getMessage() + ".",
        "Check its permissions and the free space.");
  }

  private static String name(ConversationId conversation) {
    var text = "juntos cli " + conversation;
    var hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
