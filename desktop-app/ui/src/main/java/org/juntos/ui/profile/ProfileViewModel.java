package org.juntos.ui.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.control.Faces;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// What the account shows its contacts, and what it is changed to.
public final class ProfileViewModel {
  /// Enough to choose a part of.
  private static final int EDGE = 1_024;

  private final EngineLink engine;
  private final ImageDecoding decoder;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable OwnProfileView> view =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Chosen> cropping = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

  /// Asks at once.
  ///
  /// @param complain told what went wrong
  public ProfileViewModel(EngineLink engine, ImageDecoding decoder, Consumer<Problem> complain) {
    this.engine = engine;
    this.decoder = decoder;
    this.complain = complain;
    engine.submit(new Intent.LookAtProfile(), this::known);
  }

  /// A picture of which a part is to be chosen.
  record Chosen(Path file, Image image) {}

  /// What is shown; null until known.
  ReadOnlyObjectProperty<@Nullable OwnProfileView> view() {
    return view.getReadOnlyProperty();
  }

  /// The picture of which a part is being chosen; null when none is.
  ReadOnlyObjectProperty<@Nullable Chosen> cropping() {
    return cropping.getReadOnlyProperty();
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

  /// Reads a picture, so that a part can be chosen.
  void choose(Path file) {
    busy.set(true);
    engine.fetch(
        () -> decoded(file),
        result -> {
          busy.set(false);
          if (result instanceof DecodeResult.Pixels pixels) {
            cropping.set(new Chosen(file, Faces.image(pixels)));
          } else {
            complain.accept(
                Problem.local(
                    "picture-invalid",
                    "This is not a picture that can be shown here.",
                    "Choose a JPEG, PNG, WebP, GIF or BMP file."));
          }
        });
  }

  /// Goes on with what was before.
  void giveUp() {
    cropping.set(null);
  }

  /// Goes on with a part of the picture.
  void use(Crop crop) {
    var chosen = cropping.get();
    cropping.set(null);
    if (chosen != null) {
      change(null, null, new ChosenPicture.Cut(chosen.file(), crop.square()));
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

  private DecodeResult decoded(Path file) {
    try {
      return decoder.decode(new ChosenFile(file), EDGE);
    } catch (InterruptedException _) { // the window closes
      Thread.currentThread().interrupt();
      return new DecodeResult.Refused(DecodeResult.Reason.UNREADABLE, "interrupted");
    }
  }

  private record ChosenFile(Path file) implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      return FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    public String mediaType() {
      return "image/*";
    }
  }
}
