package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.cli.output.Meter;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;

class MeterTest {
  private static final MessageId ID = new MessageId(new UUID(1, 1));

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void writes_one_line_over_and_over() {
    var meter = meter(true);
    meter.show(entry(State.PREPARING, 0));
    meter.show(entry(State.PREPARING, 0));
    meter.show(entry(State.PREPARING, 42));
    meter.show(entry(State.RUNNING, 7));
    meter.clear();
    meter.clear();
    var start = "\r\u001b[K";
    assertEquals(
        start
            + "preparing a\\u001b.mov"
            + start
            + "preparing a\\u001b.mov: 42 %"
            + start
            + "uploading a\\u001b.mov: 7 %"
            + start,
        written.toString(StandardCharsets.UTF_8));
  }

  @Test
  void writes_nothing_where_nobody_sits() {
    var meter = meter(false);
    meter.show(entry(State.PREPARING, 42));
    meter.clear();
    assertEquals(0, written.size());
  }

  private Meter meter(boolean watched) {
    return new Meter(new PrintStream(written, false, StandardCharsets.UTF_8), watched);
  }

  private static EntryView entry(State state, long moved) {
    var file =
        new AttachmentView(
            ID,
            0,
            Attachment.Kind.FILE,
            "a\u001b.mov",
            false,
            "video/mp4",
            100,
            Attachment.Preview.NONE,
            state,
            moved,
            100);
    return new EntryView(
        1,
        ID,
        MemoryProfile.SELF,
        "Ana",
        true,
        EntryView.Kind.MESSAGE,
        "",
        Instant.EPOCH,
        new EntryView.Progress(EntryView.Stage.WAITING, null, null, null, null),
        List.of(file));
  }
}
