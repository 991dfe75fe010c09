package org.juntos.ui.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.ui.fake.FakeDevice;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.OpenedFiles;

class AttachmentDeedsTest {
  private final FakeEngine engine = new FakeEngine();

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

  private static AttachmentView view() {
    return new AttachmentView(
        Samples.message(1),
        0,
        Attachment.Kind.FILE,
        "minutes.pdf",
        false,
        "application/pdf",
        9,
        Attachment.Preview.NONE,
        State.HERE,
        0,
        9);
  }
}
