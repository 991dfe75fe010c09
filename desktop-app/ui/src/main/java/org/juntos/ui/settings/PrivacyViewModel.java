package org.juntos.ui.settings;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.fx.EngineLink;

/// Whether the account shares when it is here, and whether this device looks at links.
public final class PrivacyViewModel {
  private final EngineLink engine;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable Boolean> shared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Boolean> previews = new ReadOnlyObjectWrapper<>();

  /// Asks at once.
  ///
  /// @param complain told what went wrong
  public PrivacyViewModel(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
    engine.submit(new Intent.LookAtSharing(), this::known);
    engine.submit(new PreviewIntent.LookAtLinkPreviews(), this::known);
  }

  /// Whether previews of links are made; null until known.
  ReadOnlyObjectProperty<@Nullable Boolean> previews() {
    return previews.getReadOnlyProperty();
  }

  void preview(boolean now) {
    engine.submit(new PreviewIntent.SetLinkPreviews(now), this::known);
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
      case Outcome.LinkPreviews(var now) -> previews.set(now);
      case Outcome.Refused(var problem) -> complain.accept(problem);
      default -> {}
    }
  }
}
