package org.juntos.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.FoundView.Mark;
import org.juntos.ui.fake.Samples;

/// What is said of the files of a message that was found.
class FoundFileTest {
  private static final List<Mark> FERRY = List.of(new Mark(0, 5));

  private static FoundView found(Attachment.Kind kind, int files, int... matching) {
    var views = new ArrayList<AttachmentView>();
    var marks = new ArrayList<List<Mark>>();
    for (int index = 0; index < files; index++) {
      views.add(file(kind, index));
      marks.add(List.of());
    }
    for (int index : matching) {
      marks.set(index, FERRY);
    }
    var entry = entry(Samples.theirs(1, Samples.NOON, ""), views);
    return new FoundView(Samples.ANA.conversation(), "Ana", entry, List.of(), marks, List.of());
  }

  private static EntryView entry(EntryView empty, List<AttachmentView> files) {
    return new EntryView(
        empty.row(),
        empty.id(),
        empty.author(),
        empty.authorName(),
        false,
        empty.kind(),
        "",
        empty.sentAt(),
        empty.progress(),
        files);
  }

  private static AttachmentView file(Attachment.Kind kind, int index) {
    return new AttachmentView(
        Samples.message(1),
        index,
        kind,
        "ferry" + index,
        false,
        "image/jpeg",
        9,
        Attachment.Preview.NONE,
        AttachmentView.State.HERE,
        0,
        9);
  }

  private static List<String> words(FoundView found) {
    return FoundFile.shown(found).stream().map(FoundFile::words).toList();
  }

  @Test
  void one_file_has_its_name_and_several_are_counted() {
    assertEquals(List.of(), words(found(Attachment.Kind.IMAGE, 0)));
    assertEquals(List.of("ferry0"), words(found(Attachment.Kind.IMAGE, 1)));
    assertEquals(List.of("4 photos"), words(found(Attachment.Kind.IMAGE, 4)));
  }

  @Test
  void the_names_that_were_looked_for_are_shown_wherever_they_stand() {
    var found = found(Attachment.Kind.IMAGE, 9, 7);
    assertEquals(List.of("9 photos", "ferry7"), words(found));
    assertEquals(FERRY, FoundFile.shown(found).getLast().marks());
    assertEquals(
        List.of("9 files", "ferry0", "ferry1", "ferry3"),
        words(found(Attachment.Kind.FILE, 9, 0, 1, 3, 5)));
  }
}
