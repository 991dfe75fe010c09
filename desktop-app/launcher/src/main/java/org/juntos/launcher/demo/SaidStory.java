package org.juntos.launcher.demo;

import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;

/// What is said of texts beside their words: marks, names, links. Each step waits until it came
/// true.
final class SaidStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS = List.of("the cake is under the stairs", "hide the candles");

  private static final String BODY = "@Ben, the cake is under the stairs: https://cake.example/";

  SaidStory(Scene scene) {
    super(scene);
  }

  /// In the group that they have made before.
  void tell() throws InterruptedException {
    var group = cast.group();
    var message = named(group);
    edited(message);
    notLookedAt();
    cast.all().forEach(person -> voice.opens(person, group));
    voice.shows("said");
  }

  private MessageId named(ConversationId group) throws InterruptedException {
    voice.says("Ana names Ben in the group, and hides where the cake is until somebody clicks");
    var ana = cast.ana();
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.SPOILER, 18, 16), new Mark(Style.BOLD, 10, 4)),
            List.of(new Mention(cast.ben().account(), 0, 4)));
    var words = Words.of(BODY).saying(ranges, null);
    var outcome = ana.does(new HandlingIntent.Send(List.of(group), words));
    if (!(outcome instanceof Outcome.Spread(var queued, _)) || queued.size() != 1) {
      throw new DemoFailure("it was not taken: " + outcome);
    }
    var message = queued.getFirst().message();
    talk.note(ana, cast.othersThan(ana), Room.group(group), message);
    talk.seenByAll();
    pause.until("Ben is named", () -> cast.ben().entry(message).text().namesReader());
    if (cast.cleo().entry(message).text().namesReader()
        || cast.cleo().entry(message).veiled().contains("stairs")) {
      throw new DemoFailure("Cleo is named, or reads what is hidden in passing");
    }
    feats.add("mentions", 1);
    feats.add("marks", ranges.marks().size());
    return message;
  }

  private void edited(MessageId message) throws InterruptedException {
    voice.says("She edits it; its marks are edited with it");
    var body = BODY + " (hide the candles!)";
    var ranges = cast.ana().entry(message).text().ranges();
    cast.ana().does(new MessageIntent.Edit(message, body, ranges.marked(Style.ITALIC, 58, 77)));
    for (var person : cast.othersThan(cast.ana())) {
      pause.until(
          person.name() + " sees it",
          () -> person.entry(message).text().ranges().has(Style.ITALIC, 58, 77));
    }
    feats.add("markedEdits", 1);
  }

  private void notLookedAt() throws InterruptedException {
    voice.says(
        "Previews are off until she turns them on, and pages of her own network are not looked at");
    var ana = cast.ana();
    refused(ana, "https://cake.example/", "link-previews-off");
    ana.does(new PreviewIntent.SetLinkPreviews(true));
    refused(ana, "http://127.0.0.1/", "link-not-previewed");
    ana.does(new PreviewIntent.SetLinkPreviews(false));
    feats.add("pagesNotLookedAt", 2);
  }

  private static void refused(DemoPerson person, String address, String code)
      throws InterruptedException {
    var outcome = person.engine().submit(new PreviewIntent.LookAtLink(address));
    if (!(outcome instanceof Outcome.Refused(var problem)) || !problem.code().equals(code)) {
      throw new DemoFailure("a page was looked at: " + outcome);
    }
  }
}
