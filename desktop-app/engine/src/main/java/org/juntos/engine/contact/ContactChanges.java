package org.juntos.engine.contact;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.inbox.Opener;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.store.contact.ContactAccess;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What a person decides about people who are in the book already.
public final class ContactChanges {
  static final String UNPROVED = "identity-unproved";

  private final Store store;
  private final Jobs jobs;
  private final IdentityChanges identities;
  private final Opener opener;
  private final KeyRotation rotation;

  public ContactChanges(
      Store store, Jobs jobs, IdentityChanges identities, Opener opener, KeyRotation rotation) {
    this.store = store;
    this.jobs = jobs;
    this.identities = identities;
    this.opener = opener;
    this.rotation = rotation;
  }

  /// Says yes to their request; asks who was removed to be a contact again.
  public Outcome accept(AccountId account) {
    return change(
        account,
        (txn, contact) ->
            switch (contact.state()) {
              case ASKING, REFUSED -> {
                Acceptance.accept(txn, contact, jobs);
                yield new Outcome.Done();
              }
              case ACCEPTED -> new Outcome.Done();
              case REQUESTED, MEMBER -> Problems.refused("contact-not-asking");
              case BLOCKED -> Problems.refused("contact-blocked");
              case REMOVED -> {
                var asked = contact.in(State.REQUESTED);
                jobs.decided(txn, asked);
                jobs.request(txn, asked);
                yield new Outcome.Done();
              }
            });
  }

  /// Says no to their request. They are not told; what they wrote is out of sight, and what they
  /// write is dropped until they ask again.
  public Outcome refuse(AccountId account) {
    return change(
        account,
        (txn, contact) -> {
          if (contact.state() != State.ASKING) {
            return Problems.refused("contact-not-asking");
          }
          jobs.decided(txn, contact.in(State.REFUSED));
          return new Outcome.Done();
        });
  }

  /// Nothing of theirs gets through any more, and they see nothing new of this account; they are
  /// not told.
  public Outcome block(AccountId account) {
    return shut(account, State.BLOCKED);
  }

  /// They are a stranger again: they see nothing new of this account, and what they write is not
  /// let in before they have asked again. They are not told. What was said stays.
  public Outcome remove(AccountId account) {
    return shut(account, State.REMOVED);
  }

  private Outcome shut(AccountId account, State state) {
    return change(
        account,
        (txn, contact) -> {
          boolean held = rotation.isHeldBy(txn, contact);
          jobs.decided(txn, contact.in(state));
          if (held) {
            rotation.rotate(txn);
          }
          if (state == State.REMOVED) {
            txn.contacts().put(account, ContactAccess.NONE);
            txn.profiles().forget(account);
          }
          return new Outcome.Done();
        });
  }

  /// They may write again, as contacts.
  public Outcome unblock(AccountId account) {
    return change(
        account,
        (txn, contact) -> {
          if (contact.state() != State.BLOCKED) {
            return Problems.refused("contact-not-blocked");
          }
          var accepted = contact.in(State.ACCEPTED);
          jobs.decided(txn, accepted);
          Acceptance.answer(txn, accepted, jobs); // they may still wait for an answer
          return new Outcome.Done();
        });
  }

  /// The safety number was compared, or that is taken back.
  public Outcome verify(AccountId account, boolean verified) {
    return change(
        account,
        (txn, contact) -> {
          jobs.decided(txn, verified(contact, verified));
          return new Outcome.Done();
        });
  }

  /// A safety number was compared: verifies the key that it belongs to. One that has changed is
  /// accepted with it; one that was verified before and is it still is kept.
  ///
  /// @param same whether the number that was seen is that of a key
  Outcome compared(AccountId account, BiPredicate<Transaction, Bytes> same) {
    return change(
        account,
        (txn, contact) -> {
          if (same.test(txn, contact.changedIdentityKey())) {
            identities.accept(txn, contact);
            jobs.decided(txn, verified(known(txn, account), true));
            opener.openKept(txn, contact);
          } else if (!same.test(txn, contact.identityKey())) {
            return Problems.refused("safety-number-differs");
          } else if (IdentityChanges.blocksSending(contact)) {
            keep(txn, contact);
          } else {
            jobs.decided(txn, verified(contact, true));
          }
          return new Outcome.Done();
        });
  }

  /// Goes on with their new key, and opens what was kept until this decision.
  public Outcome acceptIdentity(AccountId account) {
    return change(
        account,
        (txn, contact) -> {
          if (contact.changedIdentityKey().isEmpty()) {
            return Problems.refused("identity-unchanged");
          }
          identities.accept(txn, contact);
          tellOthers(txn, account);
          opener.openKept(txn, contact);
          return new Outcome.Done();
        });
  }

  /// Stays with the key that was compared, once that has proved itself again; what was kept under
  /// the other one is discarded.
  public Outcome keepIdentity(AccountId account) {
    return change(
        account,
        (txn, contact) -> {
          if (!IdentityChanges.blocksSending(contact)) {
            return Problems.refused("identity-unchanged");
          }
          if (!txn.contacts().isProved(account)) {
            return Problems.refused(UNPROVED);
          }
          keep(txn, contact);
          return new Outcome.Done();
        });
  }

  private void keep(Transaction txn, Contact contact) {
    identities.keep(txn, contact);
    tellOthers(txn, contact.account());
    opener.discardKept(txn, contact);
  }

  /// After a change of it in the same transaction.
  private static Contact known(Transaction txn, AccountId account) {
    return Objects.requireNonNull(txn.contacts().find(account));
  }

  private void tellOthers(Transaction txn, AccountId account) {
    jobs.decided(txn, known(txn, account));
  }

  private static Contact verified(Contact contact, boolean verified) {
    return contact.keyed(contact.identityKey(), verified, contact.changedIdentityKey());
  }

  private Outcome change(AccountId account, BiFunction<Transaction, Contact, Outcome> change) {
    return store.write(txn -> {
      var contact = txn.contacts().find(account);
      return contact == null ? Problems.refused("contact-unknown") : change.apply(txn, contact);
    });
  }
}
