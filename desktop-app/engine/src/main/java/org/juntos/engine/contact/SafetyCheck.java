package org.juntos.engine.contact;

import java.util.function.BiPredicate;
import org.juntos.content.MalformedLinkException;
import org.juntos.content.SafetyCode;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.intent.SafetyNumberView.Shown;
import org.juntos.engine.problem.Problems;
import org.juntos.media.MediaSource;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Shows safety numbers and compares them. What is compared is a number, never just a contact: a
/// key that changes between looking and saying "it is the same" is not verified by that.
public final class SafetyCheck {
  private static final int DIGITS = 60;

  private final Self self;
  private final Store store;
  private final CryptoSource cryptos;
  private final ContactChanges decisions;
  private final PictureCodes pictures;

  public SafetyCheck(
      Self self,
      Store store,
      CryptoSource cryptos,
      ContactChanges decisions,
      PictureCodes pictures) {
    this.self = self;
    this.store = store;
    this.cryptos = cryptos;
    this.decisions = decisions;
    this.pictures = pictures;
  }

  /// Tells the number.
  public Outcome look(AccountId account) {
    return store.read(txn -> {
      var contact = txn.contacts().find(account);
      if (contact == null) {
        return Problems.refused("contact-unknown");
      }
      return contact.identityKey().isEmpty()
          ? Problems.refused("safety-number-unknown")
          : new Outcome.SafetyNumber(view(txn, contact));
    });
  }

  private SafetyNumberView view(Transaction txn, Contact contact) {
    return new SafetyNumberView(
        number(txn, contact.account(), contact.identityKey()),
        number(txn, contact.account(), contact.changedIdentityKey()),
        contact.verified());
  }

  private Shown number(Transaction txn, AccountId account, Bytes key) {
    return key.isEmpty()
        ? Shown.NONE
        : new Shown(
            digits(account, key),
            new SafetyCode(cryptos.in(txn).scannableSafetyNumber(account, key)).text());
  }

  private String digits(AccountId account, Bytes key) {
    return DeviceCrypto.safetyNumber(self.account(), self.identityKey(), account, key);
  }

  /// Verifies the contact when it is their number.
  ///
  /// @param seen digits, or the text of a code
  public Outcome compare(AccountId account, String seen) {
    if (SafetyCode.looksLike(seen)) {
      return compareCode(account, seen);
    }
    var digits = onlyDigits(seen);
    return digits.length() == DIGITS
        ? decide(account, (_, key) -> onlyDigits(digits(account, key)).equals(digits))
        : Problems.refused("safety-number-incomplete");
  }

  /// The same with a picture of their code.
  public Outcome scan(AccountId account, MediaSource picture) throws InterruptedException {
    return pictures.read(picture, text -> compareCode(account, text));
  }

  private Outcome compareCode(AccountId account, String text) {
    SafetyCode code;
    try {
      code = SafetyCode.parse(text);
    } catch (MalformedLinkException e) {
      return new Outcome.Refused(
          Problems.of("safety-code-invalid", String.valueOf(e.getMessage())));
    }
    return decide(
        account,
        (txn, key) -> cryptos.in(txn).safetyNumberMatches(account, key, code.fingerprint()));
  }

  private Outcome decide(AccountId account, BiPredicate<Transaction, Bytes> same) {
    return decisions.compared(account, (txn, key) -> !key.isEmpty() && same.test(txn, key));
  }

  private static String onlyDigits(String text) {
    return text.codePoints()
        .filter(Character::isDigit)
        .map(digit -> '0' + Character.digit(digit, 10))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
