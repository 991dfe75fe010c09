package org.juntos.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.Square;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.FakeMedia;
import org.juntos.ui.picture.PictureChooser;

class ProfileViewModelTest {
  private static final OwnProfileView VIEW = new OwnProfileView("Ana", "at sea", 0, 3, false);
  private static final OwnProfileView AFTER = new OwnProfileView("Ana", "ashore", 4, 4, true);
  private static final Path FILE = Path.of("face.jpg");

  private final FakeEngine engine = new FakeEngine();

  private ProfileViewModel model(ImageDecoding decoder) {
    engine.answer(new Outcome.Profile(VIEW));
    var pictures = new PictureChooser(engine.link(), decoder, engine.complaints::add);
    return new ProfileViewModel(engine.link(), pictures, engine.complaints::add);
  }

  private static DecodeResult picture() {
    return new DecodeResult.Pixels(4, 2, ByteBuffer.allocate(32));
  }

  @Test
  void asks_at_once_and_shows_what_a_change_led_to() {
    var model = model(new FakeMedia());
    assertEquals(VIEW, model.view().get());
    engine.answer(new Outcome.Profile(AFTER));
    model.save("Ana", "ashore");
    assertEquals(
        new Intent.ChangeProfile("Ana", "ashore", new ChosenPicture.Same()), engine.last());
    assertEquals(AFTER, model.view().get());
    assertTrue(model.saved().get());
    assertFalse(model.busy().get());
  }

  @Test
  void a_refusal_is_told_and_what_was_shown_stays() {
    var model = model(new FakeMedia());
    engine.refuse("name-invalid");
    model.save("", "x");
    assertEquals("name-invalid", engine.complaints.getFirst().code());
    assertEquals(VIEW, model.view().get());
    assertFalse(model.saved().get());
  }

  @Test
  void a_part_of_a_picture_is_chosen_before_anything_is_changed() {
    var model = model((_, _) -> picture());
    int before = engine.submitted.size();
    model.pictures().choose(FILE);
    var chosen = Objects.requireNonNull(model.pictures().chosen().get());
    assertEquals(4, chosen.image().getWidth());
    model.pictures().giveUp();
    assertNull(model.pictures().chosen().get());
    assertEquals(before, engine.submitted.size());

    model.pictures().choose(FILE);
    model.use(new Square(0.5, 0.5, 0.5));
    assertNull(model.pictures().chosen().get());
    assertEquals(
        new Intent.ChangeProfile(
            null, null, new ChosenPicture.Cut(FILE, new Square(0.5, 0.5, 0.5))),
        engine.last());
    model.removePicture();
    assertEquals(new Intent.ChangeProfile(null, null, new ChosenPicture.None()), engine.last());
  }

  @Test
  void what_is_no_picture_is_told() {
    var model = model(new FakeMedia());
    model.pictures().choose(FILE);
    assertNull(model.pictures().chosen().get());
    assertEquals("picture-invalid", engine.complaints.getFirst().code());
  }
}
