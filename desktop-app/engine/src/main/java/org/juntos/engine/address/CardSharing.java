package org.juntos.engine.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.juntos.content.ContactCard;

/// Makes a contact card of a vCard file. Whatever a file holds, only a name, numbers and e-mail
/// addresses come out of it.
public final class CardSharing {
  private CardSharing() {}

  /// What became of a file.
  public sealed interface Read {
    record Shared(ContactCard card) implements Read {}

    /// @param code of why
    record Refused(String code) implements Read {}
  }

  /// Reads a file with one card.
  public static Read read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return new Read.Refused("file-unreadable");
      }
      if (Files.size(file) > AddressDesk.MAX_FILE_BYTES) {
        return new Read.Refused("cards-too-large");
      }
      return read(CardFile.cards(CardFile.text(Files.readAllBytes(file))));
    } catch (IOException _) {
      return new Read.Refused("file-unreadable");
    }
  }

  private static Read read(List<CardFile.Card> cards) {
    if (cards.size() != 1) {
      return new Read.Refused(cards.isEmpty() ? "no-cards" : "several-cards");
    }
    return switch (CardReading.read(cards.getFirst())) {
      case CardReading.Read.Entry(var entry) ->
          new Read.Shared(
              new ContactCard(
                  ContactCard.nameOf(entry.name()), entry.phones(), entry.emails(), null));
      case CardReading.Read.Bad _ -> new Read.Refused("card-unusable");
    };
  }
}
