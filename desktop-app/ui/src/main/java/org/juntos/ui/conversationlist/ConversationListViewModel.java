package org.juntos.ui.conversationlist;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PresenceView;
import org.juntos.ui.fx.Changes;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// The conversations, the filter over them and which one is open.
public final class ConversationListViewModel implements AutoCloseable {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Comparator<ConversationView> PINNED_FIRST =
      Comparator.comparingLong((ConversationView view) -> view.chosen().pinned()).reversed();

  private final Subscription watch;
  private final ObservableList<ConversationView> shown = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable ConversationId> open = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Set<AccountId>> typing =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(new Section.All());
  private final ReadOnlyObjectWrapper<PersonalView> personal =
      new ReadOnlyObjectWrapper<>(PersonalView.NONE);
  private final ReadOnlyIntegerWrapper archived = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final Choosing choosing;
  private List<ConversationView> all = List.of();

  /// Watches until closed.
  public ConversationListViewModel(EngineLink engine, Choosing choosing) {
    this.choosing = choosing;
    watch =
        engine
            .watch(engine.models().conversations(), this::changed)
            .and(engine.watch(engine.models().presence(), this::typing))
            .and(engine.watch(engine.models().personal(), this::chosen))
            .and(filter.subscribe(_ -> refilter()))
            .and(section.subscribe(_ -> refilter()));
  }

  /// What can be chosen about conversations.
  public Choosing choosing() {
    return choosing;
  }

  /// Which of the conversations are shown, as long as nothing is looked for.
  ObjectProperty<Section> section() {
    return section;
  }

  /// Shows one of the sections, in their order; nothing when there are not so many.
  public void showSection(int number) {
    var sections = SectionBar.sections(personal.get());
    if (number < sections.size()) {
      section.set(sections.get(number));
    }
  }

  void toggleArchived() {
    section.set(
        section.get() instanceof Section.Archived ? new Section.All() : new Section.Archived());
  }

  /// Folders, and when not to be disturbed.
  ReadOnlyObjectProperty<PersonalView> personal() {
    return personal.getReadOnlyProperty();
  }

  private void chosen(PersonalView now) {
    personal.set(now);
    if (section.get() instanceof Section.Folder(var id)
        && now.folders().stream().noneMatch(folder -> folder.id().equals(id))) {
      section.set(new Section.All());
    }
  }

  /// How many are archived.
  ReadOnlyIntegerProperty archived() {
    return archived.getReadOnlyProperty();
  }

  /// How many messages wait for the person: not those of muted or archived conversations; one for a
  /// conversation that they have marked.
  public ReadOnlyIntegerProperty waiting() {
    return unread.getReadOnlyProperty();
  }

  /// Counts again: time has passed, and some are muted no more.
  void lookAgain() {
    count();
  }

  /// Those that are pinned, in their order.
  List<ConversationView> pinned() {
    return all.stream().filter(view -> view.chosen().pinned() > 0).sorted(PINNED_FIRST).toList();
  }

  /// What the list shows: pinned ones, then the others, latest activity first.
  public ObservableList<ConversationView> shown() {
    return shown;
  }

  /// Who types at the moment.
  ReadOnlyObjectProperty<Set<AccountId>> typing() {
    return typing.getReadOnlyProperty();
  }

  private void typing(Map<AccountId, PresenceView> known) {
    typing.set(
        known.entrySet().stream()
            .filter(one -> one.getValue().typing())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Only names that contain this are shown.
  public StringProperty filter() {
    return filter;
  }

  /// The conversation that is open; null when none is.
  public ObjectProperty<@Nullable ConversationId> open() {
    return open;
  }

  /// Whether the list has come from the engine yet.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// The newest view of `id`; null when it is not there (yet).
  public @Nullable ConversationView find(ConversationId id) {
    return all.stream().filter(view -> view.id().equals(id)).findFirst().orElse(null);
  }

  /// Opens the conversation `steps` further down (negative: up) in what is shown.
  public void move(int steps) {
    if (!shown.isEmpty()) {
      var at = indexOfOpen();
      var next = at < 0 ? 0 : Math.clamp(at + steps, 0, shown.size() - 1);
      open.set(shown.get(next).id());
    }
  }

  /// Opens the next conversation with something unread, in the direction of `step` (1 or -1).
  public void moveToUnread(int step) {
    for (var at = indexOfOpen() + step; at >= 0 && at < shown.size(); at += step) {
      if (Section.isUnread(shown.get(at))) {
        open.set(shown.get(at).id());
        return;
      }
    }
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  int indexOfOpen() {
    for (var i = 0; i < shown.size(); i++) {
      if (Objects.equals(shown.get(i).id(), open.get())) {
        return i;
      }
    }
    return -1;
  }

  private void changed(List<ConversationView> conversations) {
    all = conversations;
    refilter();
    loaded.set(true);
  }

  private void refilter() {
    var wanted = folded(filter.get());
    var now = section.get();
    Changes.apply(
        shown,
        all.stream()
            .filter(this::isListed)
            .filter(view ->
                wanted.isEmpty() ? isIn(now, view) : folded(view.contact().name()).contains(wanted))
            .sorted(PINNED_FIRST)
            .toList());
    count();
  }

  /// What was unread stays where it is while it is open.
  private boolean isIn(Section now, ConversationView view) {
    boolean stays = now instanceof Section.Unread && view.id().equals(open.get());
    return now.has(view) || (stays && !view.chosen().archived());
  }

  private void count() {
    var now = choosing.now();
    archived.set((int) all.stream().filter(view -> view.chosen().archived()).count());
    unread.set(
        all.stream()
            .filter(this::isListed)
            .filter(view -> !view.chosen().archived() && !view.chosen().isMuted(now))
            .mapToInt(view -> Math.max(view.unread(), view.chosen().markedUnread() ? 1 : 0))
            .sum());
  }

  /// Somebody whose request was declined is out of sight, unless one has just declined it.
  private boolean isListed(ConversationView view) {
    return view.contact().standing() != ContactView.Standing.REFUSED
        || view.id().equals(open.get());
  }

  private static String folded(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }
}
