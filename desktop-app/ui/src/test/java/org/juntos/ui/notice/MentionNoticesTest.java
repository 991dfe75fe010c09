package org.juntos.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.content.TextRanges;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.TextView;
import org.juntos.ui.fake.Samples;

/// Who is named, and what is hidden, in notices.
class MentionNoticesTest extends AtTheDesk {
  @Test
  void who_is_replied_to_is_told_like_who_is_named() {
    var mentions =
        new ChosenView(
            Instant.EPOCH, Notices.MENTIONS, NoticeSound.USUAL, false, 0, false, Set.of());
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 2).with(mentions)));
    replies(1, false, "to somebody else");
    assertTrue(system.shown.isEmpty());
    replies(2, true, "to you");
    assertEquals("to you", body(Samples.ANA));
  }

  private void replies(long row, boolean own, String text) {
    var quote =
        new MarksView.QuoteView(
            Samples.message(9),
            Samples.SELF,
            "Mara",
            own,
            "a question",
            List.of(),
            MarksView.State.HERE);
    var marks = new MarksView(List.of(), false, quote, null);
    engine.happen(
        new Event.MessageReceived(
            Samples.ANA.conversation(), Samples.theirs(row, Samples.NOON, text).with(marks)));
  }

  @Test
  void who_is_named_is_told_where_only_that_is_wanted() {
    var mentions =
        new ChosenView(
            Instant.EPOCH, Notices.MENTIONS, NoticeSound.USUAL, false, 0, false, Set.of());
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 2).with(mentions)));
    says(Samples.ANA, "to nobody");
    assertTrue(system.shown.isEmpty());
    var named =
        new TextRanges(
            List.of(new TextRanges.Mark(TextRanges.Style.SPOILER, 6, 3)),
            List.of(new TextRanges.Mention(Samples.SELF, 0, 5)));
    engine.happen(
        new Event.MessageReceived(
            Samples.ANA.conversation(),
            Samples.theirs(7, Samples.NOON, "@Mara the end")
                .saying(new TextView(named, null, true))));
    assertEquals("@Mara ▒▒▒▒▒ end", body(Samples.ANA));
  }
}
