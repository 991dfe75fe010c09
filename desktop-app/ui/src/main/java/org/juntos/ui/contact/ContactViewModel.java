package org.juntos.ui.contact;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.model.ContactView;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.vanishing.StayViewModel;
import org.juntos.wire.AccountId;
import org.juntos.wire.ReportReason;

/// One person: who they are, whether their key was compared, whether they are blocked.
public final class ContactViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final AccountId account;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable ContactView> contact =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SafetyNumberView> numbers =
      new ReadOnlyObjectWrapper<>();
  private final Subscription watch;

  /// Watches until closed.
  ///
  /// @param complain told what went wrong
  public ContactViewModel(EngineLink engine, AccountId account, Consumer<Problem> complain) {
    this.engine = engine;
    this.account = account;
    this.complain = complain;
    watch = engine.watch(engine.models().contacts(), this::changed);
  }

  /// The person; null until known.
  public ReadOnlyObjectProperty<@Nullable ContactView> contact() {
    return contact.getReadOnlyProperty();
  }

  /// How long what is said with them stays; whoever asks closes it. Null until they are known.
  @Nullable StayViewModel stay() {
    var person = contact.get();
    return person == null ? null : new StayViewModel(engine, person.conversation(), complain);
  }

  /// The safety number with its codes; null until the engine has answered.
  ReadOnlyObjectProperty<@Nullable SafetyNumberView> numbers() {
    return numbers.getReadOnlyProperty();
  }

  /// The digits that were shown are what the other sees: a number, not a contact, is verified,
  /// since a key may change while somebody compares.
  void compare(String digits) {
    submit(id -> new PeopleIntent.CompareSafetyNumber(id, digits));
  }

  void unverify() {
    submit(id -> new Intent.MarkVerified(id, false));
  }

  /// Looks for the code that the other's device shows.
  void scan(List<Supplier<MediaSource>> pictures) {
    new Scan(
            engine,
            picture -> new PeopleIntent.ScanSafetyNumber(account, picture),
            this::complainOf)
        .look(pictures);
  }

  void complain(Problem problem) {
    complain.accept(problem);
  }

  void refuse() {
    submit(PeopleIntent.RefuseContact::new);
  }

  void report(ReportReason reason) {
    submit(id -> new PeopleIntent.ReportContact(id, reason));
  }

  void keepIdentity() {
    submit(Intent.KeepIdentity::new);
  }

  void acceptIdentity() {
    submit(Intent.AcceptIdentity::new);
  }

  void checkDevices() {
    submit(Intent.CheckDevices::new);
  }

  void setDevicesAside() {
    submit(Intent.SetDevicesAside::new);
  }

  void block() {
    submit(Intent.BlockContact::new);
  }

  void remove() {
    submit(Intent.RemoveContact::new);
  }

  void unblock() {
    submit(Intent.UnblockContact::new);
  }

  void accept() {
    submit(Intent.AcceptContact::new);
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private void changed(List<ContactView> contacts) {
    contacts.stream()
        .filter(person -> person.account().equals(account))
        .findFirst()
        .ifPresent(this::changed);
  }

  private void changed(ContactView now) {
    var before = contact.get();
    contact.set(now);
    if (!now.equals(before) && now.safetyNumber().isKnown()) {
      engine.submit(
          new PeopleIntent.LookAtSafetyNumber(account),
          outcome -> {
            if (outcome instanceof Outcome.SafetyNumber(var view)) {
              numbers.set(view);
            }
          });
    }
  }

  private void submit(Function<AccountId, Intent> intent) {
    engine.submit(intent.apply(account), this::complainOf);
  }

  private void complainOf(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var problem)) {
      complain.accept(problem);
    }
  }
}
