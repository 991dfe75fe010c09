package org.juntos.content;

import java.util.List;
import java.util.Map;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.wire.Bytes;

/// Messages of which more is said than their text.
final class TextSamples {
  static final String BODY = "\uD83D\uDE42 @Bob: see https://example.org/a?b (or not)";
  static final TextRanges RANGES =
      new TextRanges(
          List.of(
              new Mark(Style.BOLD, 0, 2),
              new Mark(Style.ITALIC, 9, 3),
              new Mark(Style.STRIKE, 13, 5),
              new Mark(Style.CODE, 13, 23),
              new Mark(Style.SPOILER, 37, 8)),
          List.of(new Mention(Samples.BOB, 3, 4)));
  static final LinkPreview PREVIEW =
      new LinkPreview(
          "https://example.org/a?b",
          "A page",
          "What it is about",
          new LinkPreview.Picture(Bytes.of(new byte[] {(byte) 0xff, (byte) 0xd8, 1}), 320, 200));

  private TextSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("ranges", message().saying(RANGES, null));
    golden.put(
        "link-preview",
        new Content.Message("https://example.org/a?b", Samples.NOON, List.of())
            .saying(TextRanges.NONE, PREVIEW));
    golden.put("edit-with-ranges", ChangeSamples.change(new MessageChange.Deed.Edit(BODY, RANGES)));
  }

  static Content.Message message() {
    return new Content.Message(BODY, Samples.NOON, List.of());
  }
}
