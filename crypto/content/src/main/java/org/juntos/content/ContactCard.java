package org.juntos.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody whom the author knows, handed on: their contact link, or how else they are reached.
///
/// @param name never blank, at most [#MAX_NAME] characters
/// @param phones as they were written, at most [AddressEntry#MOST_VALUES]
/// @param emails as they were written, at most [AddressEntry#MOST_VALUES]
/// @param link of the same name, with the identity key that the author knows them by; null for
///   somebody without an account
public record ContactCard(
    String name, List<String> phones, List<String> emails, @Nullable ContactLink link)
    implements Card {
  /// Most characters of a name.
  public static final int MAX_NAME = 120;

  public ContactCard(
      String name, List<String> phones, List<String> emails, @Nullable ContactLink link) {
    this.name = CardText.words(name, MAX_NAME);
    this.phones = checked(phones, AddressEntry.MAX_PHONE);
    this.emails = checked(emails, AddressEntry.MAX_EMAIL);
    this.link = link;
    if (link == null && phones.isEmpty() && emails.isEmpty()) {
      throw new IllegalArgumentException("a contact card says how somebody is reached");
    }
    if (link != null && !link.name().equals(this.name)) {
      throw new IllegalArgumentException("a contact card and its link name different people");
    }
  }

  private static List<String> checked(List<String> values, int longest) {
    if (values.size() > AddressEntry.MOST_VALUES) {
      throw new IllegalArgumentException("more values than a contact card has");
    }
    return values.stream().map(value -> CardText.words(value, longest)).distinct().toList();
  }

  /// `name` as a card can have it: on one line, cut to its length, and something in any case.
  public static String nameOf(String name) {
    int end = Math.min(MAX_NAME, name.codePointCount(0, name.length()));
    var line = CardText.line(name.substring(0, name.offsetByCodePoints(0, end)), MAX_NAME);
    return Visible.any(line) ? line : "Contact";
  }

  @Override
  public String text() {
    return Stream.of(Stream.of(name), phones.stream(), emails.stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String title() {
    return "Contact: " + name;
  }
}
