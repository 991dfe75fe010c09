package org.juntos.engine.address;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.AddressEntry;
import org.juntos.content.Visible;
import org.juntos.wire.Bytes;

/// Makes an entry of a card: its name, numbers and e-mail addresses. All else that a card may hold
/// is left alone.
final class CardReading {
  private static final int MAX_NAME = 120;
  private static final int ID_BYTES = 16;

  private CardReading() {}

  /// What became of a card.
  sealed interface Read {
    record Entry(AddressEntry entry) implements Read {}

    /// @param name as far as one could be read; may be empty
    record Bad(String name, String why) implements Read {}
  }

  static Read read(CardFile.Card card) {
    if (!card.whole()) {
      return new Read.Bad("", "The card has no end, or is longer than 4 MB.");
    }
    try (var reader = new VCardReader(card.text())) {
      reader.setDefaultQuotedPrintableCharset(StandardCharsets.UTF_8);
      var parsed = reader.readNext();
      return parsed == null ? new Read.Bad("", "The card cannot be read.") : entry(parsed);
    } catch (IOException
        | RuntimeException e) { // of the library: whatever a hostile card does to it
      return new Read.Bad("", "The card cannot be read.");
    }
  }

  private static Read entry(VCard card) {
    var phones =
        values(
            card.getTelephoneNumbers().stream().map(CardReading::number), AddressEntry.MAX_PHONE);
    var emails =
        values(card.getEmails().stream().map(email -> email.getValue()), AddressEntry.MAX_EMAIL);
    var name = name(card);
    if (phones.isEmpty() && emails.isEmpty()) {
      return new Read.Bad(name, "It has neither a number nor an e-mail address.");
    }
    var shown =
        name.isEmpty()
            ? Stream.concat(phones.stream(), emails.stream()).findFirst().orElse("")
            : name;
    return new Read.Entry(new AddressEntry(id(card, shown, phones, emails), shown, phones, emails));
  }

  /// `tel:` addresses of vCard 4.0 as well as texts.
  private static @Nullable String number(Telephone phone) {
    var uri = phone.getUri();
    return uri == null ? phone.getText() : uri.getNumber();
  }

  private static List<String> values(Stream<@Nullable String> given, int longest) {
    return given
        .filter(Objects::nonNull)
        .map(value -> visible(value).replaceFirst("(?i)^(tel|mailto):", ""))
        .filter(value -> Visible.any(value) && value.length() <= longest)
        .distinct()
        .limit(AddressEntry.MOST_VALUES)
        .toList();
  }

  private static String name(VCard card) {
    var names = Stream.<@Nullable String>builder();
    var formatted = card.getFormattedName();
    names.add(formatted == null ? null : formatted.getValue());
    var structured = card.getStructuredName();
    if (structured != null) {
      names.add(joined(structured.getGiven(), structured.getFamily()));
    }
    var nickname = card.getNickname();
    names.add(nickname == null ? null : String.join(" ", nickname.getValues()));
    var organization = card.getOrganization();
    names.add(organization == null ? null : String.join(", ", organization.getValues()));
    return names
        .build()
        .filter(Objects::nonNull)
        .map(CardReading::visible)
        .filter(Visible::any)
        .map(name ->
            name.substring(
                0,
                name.offsetByCodePoints(
                    0, Math.min(MAX_NAME, name.codePointCount(0, name.length())))))
        .findFirst()
        .orElse("");
  }

  private static String joined(@Nullable String given, @Nullable String family) {
    return Stream.of(given, family)
        .filter(part -> part != null && !part.isBlank())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  /// On one line, without what cannot be seen and without what turns the writing round.
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Zs}]+", " ").strip();
  }

  /// Of what the card says it is, else of all that it says: the same file again changes nothing.
  private static Bytes id(VCard card, String name, List<String> phones, List<String> emails) {
    var uid = card.getUid();
    var source =
        uid != null && uid.getValue() != null && !uid.getValue().isBlank()
            ? "uid\n" + uid.getValue()
            : "card\n"
                + name
                + "\n"
                + String.join("\n", phones)
                + "\n\n"
                + String.join("\n", emails);
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return Bytes.of(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
