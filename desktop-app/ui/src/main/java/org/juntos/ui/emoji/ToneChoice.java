package org.juntos.ui.emoji;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The tone in which the person is offered emoji of people. JavaFX thread only.
public final class ToneChoice {
  private final ReadOnlyObjectWrapper<SkinTone> chosen;
  private final Consumer<SkinTone> keep;

  /// @param before what was chosen last
  /// @param keep remembers another one
  public ToneChoice(SkinTone before, Consumer<SkinTone> keep) {
    chosen = new ReadOnlyObjectWrapper<>(before);
    this.keep = keep;
  }

  /// Which it is.
  public ReadOnlyObjectProperty<SkinTone> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Takes another one.
  public void choose(SkinTone tone) {
    chosen.set(tone);
    keep.accept(tone);
  }
}
