package org.juntos.content;

import java.util.List;
import org.juntos.wire.Bytes;

/// Somebody in the person's own address book. Known to this account's devices and to nobody else.
///
/// @param id 16 bytes; the same for the same entry of the same file, wherever it is imported
/// @param name never blank
/// @param phones as they were written, without duplicates
/// @param emails as they were written, without duplicates
public record AddressEntry(Bytes id, String name, List<String> phones, List<String> emails) {
  /// Most numbers, and most e-mail addresses, of an entry.
  public static final int MOST_VALUES = 8;

  /// Most characters of a number.
  public static final int MAX_PHONE = 64;

  /// Most characters of an e-mail address (RFC 5321).
  public static final int MAX_EMAIL = 254;

  private static final int ID_BYTES = 16;

  public AddressEntry {
    name = WellFormed.name(name);
    phones = checked(phones, MAX_PHONE);
    emails = checked(emails, MAX_EMAIL);
    if (id.size() != ID_BYTES || name.isBlank()) {
      throw new IllegalArgumentException("an entry has an id of 16 bytes and a name");
    }
  }

  private static List<String> checked(List<String> values, int longest) {
    var texts = values.stream().map(WellFormed::text).toList();
    if (texts.size() > MOST_VALUES
        || texts.stream().anyMatch(text -> text.isBlank() || text.length() > longest)) {
      throw new IllegalArgumentException("more or longer values than an entry has");
    }
    return texts;
  }
}
