package org.juntos.ui.contact;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// One person: who they are, whether their key was compared, whether they are blocked.
public final class ContactViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final AccountId account;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable ContactView> contact =
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

  void verified(boolean verified) {
    submit(id -> new Intent.MarkVerified(id, verified));
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
        .ifPresent(contact::set);
  }

  private void submit(Function<AccountId, Intent> intent) {
    engine.submit(
        intent.apply(account),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
        });
  }
}
