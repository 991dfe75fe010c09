package org.juntos.engine.contact;

import java.io.IOException;
import java.time.Instant;
import org.juntos.content.ContactLink;
import org.juntos.content.MalformedLinkException;
import org.juntos.content.PublicKeys;
import org.juntos.crypto.name.UserName;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.Established;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.DeviceNews;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.media.MediaSource;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Adding people.
public final class ContactBook {
  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final Jobs jobs;
  private final DeviceNews news;

  public ContactBook(
      Self self, Store store, RelayApi relay, CryptoSource cryptos, Jobs jobs, DeviceNews news) {
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.cryptos = cryptos;
    this.jobs = jobs;
    this.news = news;
  }

  /// Adds the person of a contact link. The relay's keys must be those of the link. Without the
  /// relay the contact is added all the same: the key in the link is what counts, and the sender
  /// checks the relay's answer against it later.
  public Outcome add(String text) {
    return UserName.looksLike(text) ? addNamed(text) : addLinked(text);
  }

  /// Adds the person of the code in a picture.
  public Outcome add(MediaSource picture, PictureCodes codes) throws InterruptedException {
    return codes.read(picture, this::add);
  }

  /// Adds the person of a user name. Whose it is, and with which key, only the relay says.
  private Outcome addNamed(String text) {
    var name = UserName.parse(text);
    if (name == null) {
      return Problems.refused("user-name-invalid");
    }
    try {
      return switch (relay.account().ownerOf(name.hash())) {
        case RelayResult.Ok<AccountId>(AccountId account) ->
            found(name.text(), account, Sought.USER_NAME);
        case RelayResult.Refused<AccountId> refused ->
            refused.code() == ErrorCode.NOT_FOUND
                ? Problems.refused("user-name-unknown")
                : Problems.refused(refused);
      };
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  /// Adds an account that was found by its phone number.
  ///
  /// @param name what it is called until it says so itself
  public Outcome addNumbered(String name, AccountId account) {
    return Problems.answered(() -> found(name, account, Sought.NUMBER));
  }

  /// By what somebody was looked for.
  ///
  /// @param unknown the problem when nobody has it
  /// @param own the problem when it is one's own
  private record Sought(String unknown, String own) {
    static final Sought USER_NAME = new Sought("user-name-unknown", "own-user-name");
    static final Sought NUMBER = new Sought("number-unknown", "own-number");
  }

  private Outcome found(String name, AccountId account, Sought by) throws IOException {
    if (account.equals(self.account())) {
      return Problems.refused(by.own());
    }
    return switch (relay.bundles(account)) {
      case RelayResult.Ok<Bundles>(Bundles bundles) -> found(name, account, bundles);
      case RelayResult.Refused<Bundles> refused ->
          refused.code() == ErrorCode.NOT_FOUND
              ? Problems.refused(by.unknown())
              : Problems.refused(refused);
    };
  }

  private Outcome found(String name, AccountId account, Bundles bundles) {
    if (!PublicKeys.isSound(bundles.identityKey())) {
      return Problems.refused("bundle-invalid");
    }
    var link =
        new ContactLink(
            account, bundles.identityKey(), self.relay().uri().toString(), Bytes.EMPTY, name);
    return store.write(txn -> {
      var known = txn.contacts().find(account);
      return known != null && !known.identityKey().equals(link.identityKey())
          ? Problems.refused("identity-changed")
          : add(txn, link, bundles);
    });
  }

  private Outcome addLinked(String text) {
    ContactLink link;
    try {
      link = ContactLink.parse(text);
    } catch (MalformedLinkException e) {
      return new Outcome.Refused(Problems.of("link-invalid", String.valueOf(e.getMessage())));
    }
    if (link.account().equals(self.account())) {
      return Problems.refused("own-link");
    }
    try {
      return switch (relay.bundles(link.account())) {
        case RelayResult.Ok<Bundles>(Bundles bundles) ->
            store.write(txn -> add(txn, link, bundles));
        case RelayResult.Refused<Bundles> refused -> refused(link, refused);
      };
    } catch (IOException _) {
      return store.write(txn -> put(txn, link));
    }
  }

  private Outcome refused(ContactLink link, RelayResult.Refused<Bundles> refused) {
    if (refused.code() != ErrorCode.NOT_FOUND) {
      return Problems.refused(refused);
    }
    boolean elsewhere = !link.relay().equals(self.relay().uri().toString());
    return Problems.refused(elsewhere ? "other-relay" : "account-unknown");
  }

  private Outcome add(Transaction txn, ContactLink link, Bundles bundles) {
    if (!bundles.identityKey().equals(link.identityKey())) {
      return Problems.refused("link-mismatch");
    }
    if (!cryptos.in(txn).recipients(link.account()).isEmpty()) {
      return put(txn, link); // there are sessions, and they are still good
    }
    return switch (cryptos.in(txn).establish(link.account(), link.identityKey(), bundles)) {
      case Established.Ready _ -> {
        news.listed(txn, link.account());
        yield put(txn, link);
      }
      case Established.IdentityMismatch _ -> Problems.refused("link-mismatch");
      case Established.DeviceListInvalid flaw -> flawed(txn, link, flaw);
      case Established.BadBundle _ -> Problems.refused("bundle-invalid");
    };
  }

  private Outcome flawed(Transaction txn, ContactLink link, Established.DeviceListInvalid flaw) {
    if (txn.contacts().find(link.account()) != null) {
      news.flawed(txn, link.account(), flaw);
    }
    return Problems.refused(DeviceDoubts.code(flaw));
  }

  private Outcome put(Transaction txn, ContactLink link) {
    var known = txn.contacts().find(link.account());
    var now = cryptos.clock().instant();
    if (known != null && !known.identityKey().equals(link.identityKey())) {
      return Problems.refused("link-mismatch");
    }
    if (known != null && known.state() == State.BLOCKED) {
      return Problems.refused("contact-blocked");
    }
    var contact = known == null ? requested(link, now) : known;
    if (contact.state() == State.MEMBER) {
      contact = requested(link, now);
    } else if (contact.state() == State.REMOVED) {
      contact = contact.in(State.REQUESTED);
    }
    txn.history().open(self.conversationWith(link.account()), link.account(), now);
    if (contact.state() == State.REQUESTED) {
      jobs.decided(txn, contact);
      jobs.request(txn, contact);
    } else if (contact.state() == State.ASKING || contact.state() == State.REFUSED) {
      Acceptance.accept(txn, contact, jobs);
    }
    return new Outcome.Added(link.account(), self.conversationWith(link.account()));
  }

  private static Contact requested(ContactLink link, Instant now) {
    return new Contact(
        link.account(),
        link.name(),
        State.REQUESTED,
        link.identityKey(),
        false,
        Bytes.EMPTY,
        link.relay(),
        now);
  }
}
