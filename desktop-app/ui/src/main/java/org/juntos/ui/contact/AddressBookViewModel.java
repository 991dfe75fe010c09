package org.juntos.ui.contact;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.fx.EngineLink;

/// The person's address book, and what became of the last import.
public final class AddressBookViewModel {
  private final EngineLink engine;
  private final String country;
  private final Consumer<ConversationId> added;
  private final ObservableList<AddressView> shown = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ImportView> imported =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable MatchView> matched = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private List<AddressView> all = List.of();

  /// Asks the engine for it.
  ///
  /// @param country ISO 3166 code of where numbers without a country code are from; may be empty
  /// @param added told the conversation with somebody who was added
  public AddressBookViewModel(EngineLink engine, String country, Consumer<ConversationId> added) {
    this.engine = engine;
    this.country = country;
    this.added = added;
    filter.subscribe(_ -> refilter());
    load();
  }

  /// Entries of which the name, a number or an address has what is looked for.
  ObservableList<AddressView> shown() {
    return shown;
  }

  StringProperty filter() {
    return filter;
  }

  ReadOnlyObjectProperty<@Nullable ImportView> imported() {
    return imported.getReadOnlyProperty();
  }

  /// What became of looking for its people.
  ReadOnlyObjectProperty<@Nullable MatchView> matched() {
    return matched.getReadOnlyProperty();
  }

  /// Where numbers without a country code are from; may be empty.
  String country() {
    return country;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Whether the engine has answered.
  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Files one after the other; what became of the last one is told.
  void read(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    busy.set(true);
    problem.set(null);
    imported.set(null);
    matched.set(null);
    engine.submit(
        new PeopleIntent.ImportCards(files.getFirst()),
        outcome -> {
          busy.set(false);
          switch (outcome) {
            case Outcome.Imported(var view) -> imported.set(view);
            case Outcome.Refused(var why) -> problem.set(why);
            default -> {}
          }
          load();
          if (!(outcome instanceof Outcome.Refused)) {
            read(files.subList(1, files.size()));
          }
        });
  }

  /// Looks for its people at the relay.
  void match() {
    busy.set(true);
    problem.set(null);
    imported.set(null);
    matched.set(null);
    engine.submit(
        new PeopleIntent.MatchAddressBook(country),
        outcome -> {
          busy.set(false);
          switch (outcome) {
            case Outcome.Matched(var view) -> matched.set(view);
            case Outcome.Refused(var why) -> problem.set(why);
            default -> {}
          }
          load();
        });
  }

  /// Adds somebody who was found.
  void add(AddressView entry) {
    busy.set(true);
    problem.set(null);
    engine.submit(
        new PeopleIntent.AddAddress(entry.id()),
        outcome -> {
          busy.set(false);
          switch (outcome) {
            case Outcome.Added(_, var conversation) -> added.accept(conversation);
            case Outcome.Refused(var why) -> problem.set(why);
            default -> {}
          }
        });
  }

  void remove(AddressView entry) {
    problem.set(null);
    engine.submit(
        new PeopleIntent.RemoveAddresses(List.of(entry.id())),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var why)) {
            problem.set(why);
          }
          load();
        });
  }

  private void load() {
    engine.submit(
        new PeopleIntent.LookAtAddressBook(),
        outcome -> {
          if (outcome instanceof Outcome.AddressBook(var entries)) {
            all = entries;
            refilter();
          }
          loaded.set(true);
        });
  }

  private void refilter() {
    var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    shown.setAll(all.stream().filter(entry -> has(entry, wanted)).toList());
  }

  private static boolean has(AddressView entry, String wanted) {
    return entry.name().toLowerCase(Locale.ROOT).contains(wanted)
        || entry.phones().stream().anyMatch(phone -> phone.contains(wanted))
        || entry.emails().stream().anyMatch(mail -> mail.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
