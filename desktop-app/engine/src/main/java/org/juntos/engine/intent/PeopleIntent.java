package org.juntos.engine.intent;

import java.nio.file.Path;
import java.util.List;
import org.juntos.media.MediaSource;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ReportReason;

/// What the person wants to know or decide about people, beside adding and blocking them.
public sealed interface PeopleIntent extends Intent.OfPeople {
  /// Tells the safety number of a contact, as digits and as the text of a QR code.
  record LookAtSafetyNumber(AccountId account) implements PeopleIntent {}

  /// Marks a contact as verified when `seen` is their safety number, and only then. When their key
  /// has changed and it is the number of the new key, that one is accepted with it; when it is the
  /// number of the key that was verified, that one is kept.
  ///
  /// @param seen the digits that the contact sees, in any spacing, or the text of their code
  record CompareSafetyNumber(AccountId account, String seen) implements PeopleIntent {}

  /// The same with a picture of the code on the contact's screen.
  record ScanSafetyNumber(AccountId account, MediaSource picture) implements PeopleIntent {
    /// With a picture in a file.
    public ScanSafetyNumber(AccountId account, Path picture) {
      this(account, MediaSource.of(picture));
    }
  }

  /// Adds the person of the contact link in a picture of its QR code.
  record AddScanned(MediaSource picture) implements PeopleIntent {
    /// With a picture in a file.
    public AddScanned(Path picture) {
      this(MediaSource.of(picture));
    }
  }

  /// Writes a text as a QR code into a PNG file that does not exist yet.
  record SaveCode(String text, Path target) implements PeopleIntent {}

  /// Blocks somebody and tells the relay their account and why, and nothing else. They stay blocked
  /// when the relay does not take the report.
  record ReportContact(AccountId account, ReportReason reason) implements PeopleIntent {}

  /// Takes the cards of a vCard file (2.1, 3.0, 4.0) into the person's address book, which this
  /// account's devices share and nobody else knows.
  record ImportCards(Path file) implements PeopleIntent {}

  /// Tells the address book.
  record LookAtAddressBook() implements PeopleIntent {}

  /// Looks for the people of the address book at the relay, as many as it allows; what is left goes
  /// on by itself.
  ///
  /// @param country ISO 3166 code of where numbers without a country code are from; may be empty
  record MatchAddressBook(String country) implements PeopleIntent {}

  /// Adds somebody of the address book who was found.
  record AddAddress(Bytes id) implements PeopleIntent {}

  /// Tells whether this account can be found by its number.
  record LookAtBeingFound() implements PeopleIntent {}

  /// Lets it be found by whoever knows its number.
  ///
  /// @param number the account's own, with its country code; kept nowhere
  record BeFound(String number) implements PeopleIntent {}

  /// Lets it be found no more.
  record BeHidden() implements PeopleIntent {}

  /// Removes entries of the address book.
  record RemoveAddresses(List<Bytes> ids) implements PeopleIntent {
    public RemoveAddresses {
      ids = List.copyOf(ids);
    }
  }

  /// Says no to somebody's request. They are not told, and may ask again.
  record RefuseContact(AccountId account) implements PeopleIntent {}
}
