package org.juntos.cli;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.ScheduledView;
import org.juntos.engine.model.VersionView;

/// What is kept in mind, and what leaves later, in memory.
record MemoryHandling(MemoryProfile profile) implements Handling {
  static final MessageId SCHEDULED = new MessageId(new UUID(8, 9));

  Outcome answer(HandlingIntent intent) {
    return switch (intent) {
      case HandlingIntent.Send(var to, var words) -> {
        var queued =
            to.stream()
                .map(one ->
                    new Outcome.Queued(one, profile.append(words.body(), words.files()).id()))
                .toList();
        yield new Outcome.Spread(queued, List.of());
      }
      case HandlingIntent.Forward(var messages, var to) -> {
        var blocked = Problem.local("contact-blocked", "You have blocked this person.", "");
        yield new Outcome.Spread(
            List.of(new Outcome.Queued(to.getFirst(), messages.getFirst())),
            to.stream().skip(1).map(one -> new Outcome.Spread.Left(one, blocked)).toList());
      }
      case HandlingIntent.Star(var messages, var starred) -> {
        messages.forEach(
            one -> mark(one, MarksView.NONE.with(new HandledView(false, false, starred, false))));
        yield new Outcome.Done();
      }
      case HandlingIntent.Pin(var message, var pinned) ->
          mark(message, MarksView.NONE.with(new HandledView(false, false, false, pinned)));
      case HandlingIntent.Schedule _, HandlingIntent.Reschedule _ ->
          new Outcome.Scheduled(SCHEDULED);
      case HandlingIntent.SendScheduled _ ->
          new Outcome.Queued(
              profile.contacts.value().getFirst().conversation(),
              profile.append("now", List.of()).id());
      case HandlingIntent.KeepDraft _, HandlingIntent.CancelScheduled _ -> new Outcome.Done();
    };
  }

  Outcome answer(StickerIntent intent) {
    return intent instanceof StickerIntent.Send send
        ? new Outcome.Queued(send.conversation(), profile.append("", List.of()).id())
        : new Outcome.Done();
  }

  Outcome answer(VoiceIntent intent) {
    return intent instanceof VoiceIntent.Played(var message)
        ? mark(message, MarksView.NONE.with(new HandledView(false, false, false, false, true)))
        : new Outcome.Done();
  }

  private Outcome mark(MessageId message, MarksView marks) {
    var entry = profile.find(message);
    profile.replace(entry, entry.with(marks));
    return new Outcome.Done();
  }

  @Override
  public List<FoundView> starred(int skip, int limit) {
    var contact = profile.contacts.value().getFirst();
    return profile.before(Long.MAX_VALUE, 50).stream()
        .filter(entry -> entry.marks().handled().starred())
        .map(entry ->
            new FoundView(
                contact.conversation(), contact.name(), entry, List.of(), List.of(), List.of()))
        .skip(skip)
        .limit(limit)
        .toList();
  }

  @Override
  public List<ScheduledView> scheduled() {
    var contact = profile.contacts.value().getFirst();
    return List.of(
        new ScheduledView(
            SCHEDULED,
            contact.conversation(),
            contact.name(),
            "later\u001b[2J",
            List.of("map.pdf"),
            true,
            MemoryProfile.NOON,
            new EntryView.Failure("contact-blocked", "You have blocked this person.")));
  }

  @Override
  public @Nullable DetailsView details(MessageId message) {
    var entry = profile.find(message);
    var contact = profile.contacts.value().getFirst();
    return new DetailsView(
        contact.conversation(),
        contact.name(),
        entry,
        MemoryProfile.NOON,
        2,
        "Laptop",
        List.of(
            new MemberProgress(
                contact.account(),
                contact.name(),
                MemoryProfile.NOON,
                MemoryProfile.NOON,
                List.of(new DeviceProgress(2, MemoryProfile.NOON, null)))),
        List.of(new VersionView("one", MemoryProfile.NOON)));
  }
}
