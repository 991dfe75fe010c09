package org.juntos.ui.shelf;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.Finding.Shelf;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.fx.EngineLink;

/// One shelf of a conversation at a time, page by page, newest first.
public final class GalleryViewModel implements AutoCloseable {
  private static final int PAGE = 60;

  private final EngineLink engine;
  private final ConversationId conversation;
  private final Consumer<Problem> complain;
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.MEDIA);
  private final ObservableList<FoundView> messages = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final Subscription watch;
  private String next = Finding.NEWEST;

  /// @param complain told what went wrong
  public GalleryViewModel(
      EngineLink engine, ConversationId conversation, Consumer<Problem> complain) {
    this.engine = engine;
    this.conversation = conversation;
    this.complain = complain;
    watch = shelf.subscribe(_ -> begin());
  }

  /// Which one is shown.
  public ObjectProperty<Shelf> shelf() {
    return shelf;
  }

  /// What is on it, as far as it was read.
  public ObservableList<FoundView> messages() {
    return messages;
  }

  /// Whether the first page is here.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether there is another page.
  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /// Reads it.
  public void loadMore() {
    if (more.get()) {
      ask();
    }
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private void begin() {
    loaded.set(false);
    more.set(false);
    messages.clear();
    next = Finding.NEWEST;
    ask();
  }

  private void ask() {
    more.set(false);
    var asked = shelf.get();
    var cursor = next;
    engine.fetch(
        () -> engine.models().finding().gallery(conversation, asked, cursor, PAGE),
        answer -> {
          if (shelf.get() == asked) {
            answered(answer);
          }
        });
  }

  private void answered(Answer answer) {
    switch (answer) {
      case Answer.Found found -> {
        next = found.next();
        messages.addAll(found.messages());
        loaded.set(true);
        more.set(!next.isEmpty());
      }
      case Answer.Refused(var problem) -> complain.accept(problem);
    }
  }
}
