package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.RecordingView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.engine.model.VersionView;

/// What is kept in mind of the messages of a gallery's conversation.
record FixedHandling(List<EntryView> entries) implements Handling {
  @Override
  public List<FoundView> starred(int skip, int limit) {
    return entries.stream()
        .filter(entry -> entry.marks().handled().starred())
        .map(entry ->
            new FoundView(
                HandlingShots.ANA.conversation(),
                HandlingShots.ANA.name(),
                entry,
                List.of(),
                List.of(),
                List.of()))
        .toList();
  }

  @Override
  public List<ScheduledView> scheduled() {
    return List.of(
        scheduled("Good morning! Do not forget the bread ☀️", 8, List.of(), null),
        scheduled(
            "Happy birthday, Inês!",
            30,
            List.of("card with a very long name that goes on and on and on.pdf"),
            new EntryView.Failure(
                "identity-changed",
                "This person's key has changed. Compare safety numbers, then try again.")));
  }

  private static ScheduledView scheduled(
      String text, int hours, List<String> files, EntryView.@Nullable Failure failure) {
    return new ScheduledView(
        new MessageId(new UUID(5, hours)),
        HandlingShots.ANA.conversation(),
        HandlingShots.ANA.name(),
        text,
        files,
        hours == 8,
        Story.NOW.plus(Duration.ofHours(hours)),
        failure);
  }

  @Override
  public RecordingView recording(ConversationId conversation) {
    return VoiceShots.recording();
  }

  @Override
  public DetailsView details(MessageId message) {
    var entry = entries.getLast();
    return new DetailsView(
        HandlingShots.ANA.conversation(),
        HandlingShots.ANA.name(),
        entry,
        entry.sentAt(),
        2,
        "Laptop in the kitchen",
        List.of(
            new MemberProgress(
                HandlingShots.ANA.account(),
                HandlingShots.ANA.name(),
                Story.NOW.minusSeconds(600),
                Story.NOW.minusSeconds(60),
                List.of(
                    new DeviceProgress(1, Story.NOW.minusSeconds(600), null),
                    new DeviceProgress(
                        3, Story.NOW.minusSeconds(580), Story.NOW.minusSeconds(60)))),
            new MemberProgress(
                People.account("Dr. Bartholomew"),
                "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger",
                Story.NOW.minusSeconds(500),
                null),
            new MemberProgress(People.account("Åsa"), "Åsa Öberg", null, null)),
        List.of(
            new VersionView("Yes! At seven", Story.NOW.minusSeconds(5_400)),
            new VersionView(entry.body(), Story.NOW.minusSeconds(4_000))));
  }
}
