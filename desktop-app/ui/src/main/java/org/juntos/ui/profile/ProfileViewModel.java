package org.juntos.ui.profile;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.media.Square;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.wire.AccountId;

/// What the account shows its contacts, and what it is changed to.
public final class ProfileViewModel {
  private final EngineLink engine;
  private final PictureChooser pictures;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable OwnProfileView> view =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

  /// Asks at once.
  ///
  /// @param complain told what went wrong
  public ProfileViewModel(EngineLink engine, PictureChooser pictures, Consumer<Problem> complain) {
    this.engine = engine;
    this.pictures = pictures;
    this.complain = complain;
    engine.submit(new Intent.LookAtProfile(), this::known);
  }

  /// What is shown; null until known.
  ReadOnlyObjectProperty<@Nullable OwnProfileView> view() {
    return view.getReadOnlyProperty();
  }

  /// The picture of which a part is being chosen.
  PictureChooser pictures() {
    return pictures;
  }

  /// Whether an answer is awaited.
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Whether the last change is kept.
  ReadOnlyBooleanProperty saved() {
    return saved.getReadOnlyProperty();
  }

  /// Whose it is; null without an account.
  @Nullable AccountId account() {
    return engine.models().session().value() instanceof SessionView.Ready ready
        ? ready.account()
        : null;
  }

  /// Goes on with a part of the picture.
  void use(Square part) {
    var cut = pictures.take(part);
    if (cut != null) {
      change(null, null, cut);
    }
  }

  void removePicture() {
    change(null, null, new ChosenPicture.None());
  }

  void save(String name, String about) {
    change(name, about, new ChosenPicture.Same());
  }

  private void change(@Nullable String name, @Nullable String about, ChosenPicture picture) {
    busy.set(true);
    saved.set(false);
    engine.submit(
        new Intent.ChangeProfile(name, about, picture),
        outcome -> {
          busy.set(false);
          saved.set(name != null && !(outcome instanceof Outcome.Refused));
          known(outcome);
        });
  }

  private void known(Outcome outcome) {
    switch (outcome) {
      case Outcome.Profile(var now) -> view.set(now);
      case Outcome.Refused(var problem) -> complain.accept(problem);
      default -> {}
    }
  }
}
