package org.juntos.ui.settings;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.fx.EngineLink;

/// Whether the account shares when it is here.
public final class PrivacyViewModel {
  private final EngineLink engine;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable Boolean> shared = new ReadOnlyObjectWrapper<>();

  /// Asks at once.
  ///
  /// @param complain told what went wrong
  public PrivacyViewModel(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
    engine.submit(new Intent.LookAtSharing(), this::known);
  }

  /// Null until known.
  ReadOnlyObjectProperty<@Nullable Boolean> shared() {
    return shared.getReadOnlyProperty();
  }

  void share(boolean now) {
    engine.submit(new Intent.SharePresence(now), this::known);
  }

  private void known(Outcome outcome) {
    switch (outcome) {
      case Outcome.PresenceShared(var now) -> shared.set(now);
      case Outcome.Refused(var problem) -> complain.accept(problem);
      default -> {}
    }
  }
}
