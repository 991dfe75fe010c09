package org.juntos.ui.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.ui.fake.FakeDevice;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.Toolkit;
import org.juntos.ui.platform.OpenedFiles;

@ExtendWith(Toolkit.class)
class AttachmentDeedsTest {
  private final FakeEngine engine = new FakeEngine();

  private final Window owner = Toolkit.call(Stage::new);

  @TempDir private Path folder;

  @Test
  void another_program_gets_a_copy_that_goes_again() {
    var device = new FakeDevice(folder, List.of());
    var deeds = new AttachmentDeeds(engine.link(), device, engine.complaints::add);
    var copy = folder.resolve("minutes.pdf");
    engine.answer(new Outcome.Saved(copy));
    deeds.open(view());
    var saved = assertInstanceOf(Intent.SaveAttachment.class, engine.last());
    assertTrue(saved.target().startsWith(folder.resolve("opened")), saved::toString);
    assertTrue(Files.isDirectory(saved.target()));
    assertEquals(List.of(copy), device.opened());
    new OpenedFiles(folder).clear();
    assertTrue(Files.notExists(saved.target()));
  }

  @Test
  void what_cannot_be_written_is_not_opened() {
    var device = new FakeDevice(folder, List.of());
    var deeds = new AttachmentDeeds(engine.link(), device, engine.complaints::add);
    engine.refuse("target-unwritable");
    deeds.open(view());
    assertEquals(List.of(), device.opened());
    assertEquals("target-unwritable", engine.complaints.getFirst().code());
  }

  @Test
  void all_are_saved_one_after_the_other_in_the_folder_that_is_chosen_and_then_shown() {
    var target = folder.resolve("holiday");
    var device = new FakeDevice(folder, List.of(target));
    var deeds = new AttachmentDeeds(engine.link(), device, engine.complaints::add);
    for (var name : List.of("minutes.pdf", "minutes (2).pdf", "minutes (3).pdf")) {
      engine.answer(new Outcome.Saved(target.resolve(name)));
    }
    deeds.saveAll(List.of(view(0), view(1), view(2)), owner);
    assertEquals(
        List.of(saving(0, target), saving(1, target), saving(2, target)), engine.submitted);
    assertEquals(List.of(target.resolve("minutes (3).pdf")), device.shown());
  }

  private static Intent saving(int index, Path target) {
    return new Intent.SaveAttachment(Samples.message(1), index, target);
  }

  @Test
  void what_cannot_be_saved_is_told_and_the_others_are_tried() {
    var device = new FakeDevice(folder, List.of(folder));
    var deeds = new AttachmentDeeds(engine.link(), device, engine.complaints::add);
    engine.refuse("attachment-not-here");
    engine.answer(new Outcome.Saved(folder.resolve("minutes.pdf")));
    deeds.saveAll(List.of(view(0), view(1)), owner);
    assertEquals(2, engine.submitted.size());
    assertEquals("attachment-not-here", engine.complaints.getFirst().code());
    assertEquals(List.of(folder.resolve("minutes.pdf")), device.shown());
  }

  @Test
  void whoever_chooses_no_folder_saves_nothing() {
    var deeds =
        new AttachmentDeeds(
            engine.link(), new FakeDevice(folder, List.of()), engine.complaints::add);
    deeds.saveAll(List.of(view(0)), owner);
    assertEquals(List.of(), engine.submitted);
  }

  @Test
  void what_is_offered_says_how_many_are_here() {
    var away = view(1, State.OFFERED);
    assertEquals("Save as …", AttachmentNodes.saving(List.of(view())));
    assertEquals("Save all 2 …", AttachmentNodes.saving(List.of(view(), view())));
    assertEquals("Save 1 of 2 …", AttachmentNodes.saving(List.of(view(), away)));
    assertEquals("", AttachmentNodes.saving(List.of(away, away)));
    assertEquals("", AttachmentNodes.saving(List.of()));
  }

  private static AttachmentView view() {
    return view(0);
  }

  private static AttachmentView view(int index) {
    return view(index, State.HERE);
  }

  private static AttachmentView view(int index, State state) {
    return new AttachmentView(
        Samples.message(1),
        index,
        Attachment.Kind.FILE,
        "minutes.pdf",
        false,
        "application/pdf",
        9,
        Attachment.Preview.NONE,
        state,
        0,
        9);
  }
}
