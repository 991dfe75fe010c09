package org.juntos.ui.search;

import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.FoundView;

/// The field of a search, and the way from one message that was found to the next.
final class SearchField extends TextField implements AutoCloseable {
  private final SearchViewModel model;
  private final SearchPane.Opener opener;

  /// @param asks what is to be written here
  SearchField(SearchViewModel model, String asks, SearchPane.Opener opener) {
    this.model = model;
    this.opener = opener;
    setPromptText(asks);
    setAccessibleText(asks);
    textProperty().bindBidirectional(model.text());
  }

  /// Puts the caret into it.
  void begin() {
    requestFocus();
    selectAll();
  }

  /// Goes to the next older (1) or newer (-1) message that was found, and shows it.
  void step(int by) {
    show(model.step(by));
  }

  /// Shows a message where it was said, if there is one.
  void show(@Nullable FoundView found) {
    if (found != null) {
      opener.open(found);
    }
  }

  @Override
  public void close() {
    textProperty().unbindBidirectional(model.text());
    model.close();
  }
}
