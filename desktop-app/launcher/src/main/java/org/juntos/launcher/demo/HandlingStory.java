package org.juntos.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.KeptView;

/// What people do with messages beside writing them: pass on, send to several, pin, star, begin,
/// and send later. Each step waits until it came true.
final class HandlingStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS =
      List.of(
          "Sunday is on, whatever the sky", "bring an umbrella", "begin to write about the cake");

  HandlingStory(Scene scene) {
    super(scene);
  }

  /// In the group that they have made before.
  void handle() throws InterruptedException {
    var group = cast.group();
    var told = severalAtOnce(group);
    passOn(group);
    keepInMind(group, told);
    later();
    begin();
    voice.shows("handling");
  }

  /// Returns the one in the group.
  private MessageId severalAtOnce(ConversationId group) throws InterruptedException {
    voice.says("Ana tells Ben and the group the same at once, without a sound");
    var ana = cast.ana();
    var ben = cast.ben();
    var words = new Words("Sunday is on, whatever the sky says!", List.of(), null, true);
    var spread =
        spread(ana.does(new HandlingIntent.Send(List.of(ana.conversationWith(ben), group), words)));
    talk.note(ana, List.of(ben), Room.between(ana, ben), spread.queued().getFirst().message());
    var told = spread.queued().getLast().message();
    talk.note(ana, cast.othersThan(ana), Room.group(group), told);
    talk.seenByAll();
    pause.until("Cleo's is silent", () -> cast.cleo().entry(told).silent());
    feats.add("sentToSeveral", spread.queued().size());
    feats.add("silent", spread.queued().size());
    return told;
  }

  private static Outcome.Spread spread(Outcome outcome) {
    if (outcome instanceof Outcome.Spread spread && spread.left().isEmpty()) {
      return spread;
    }
    throw new DemoFailure("not all of it was taken: " + outcome);
  }

  private void passOn(ConversationId group) throws InterruptedException {
    voice.says("Ben forwards Ana's photograph to the group, which does not learn whose it was");
    var ben = cast.ben();
    var photo =
        ben.messages(ben.conversationWith(cast.ana())).stream()
            .filter(entry -> !entry.outgoing() && !entry.attachments().isEmpty())
            .findFirst()
            .orElseThrow(() -> new DemoFailure("Ben has no photograph"));
    var spread = spread(ben.does(new HandlingIntent.Forward(List.of(photo.id()), List.of(group))));
    var passedOn = spread.queued().getFirst().message();
    talk.note(ben, cast.othersThan(ben), Room.group(group), passedOn);
    talk.seenByAll();
    pause.until(
        "Cleo sees that it was forwarded",
        () -> cast.cleo().entry(passedOn).marks().handled().forwarded());
    feats.add("forwarded", 1);
  }

  private void keepInMind(ConversationId group, MessageId told) throws InterruptedException {
    voice.says("Ana pins what she said in the group; Ben stars it, and nobody learns that");
    cast.ana().does(new HandlingIntent.Pin(told, true));
    for (var person : cast.all()) {
      voice.opens(person, group);
      pause.until(person.name() + " sees the pin", () -> kept(person, group).pins().size() == 1);
    }
    feats.add("pins", 1);
    cast.ben().does(new HandlingIntent.Star(List.of(told), true));
    pause.until("Ben has starred it", () -> starred(cast.ben()) == 1);
    if (starred(cast.ana()) + starred(cast.cleo()) > 0) {
      throw new DemoFailure("somebody else has a star");
    }
    feats.add("stars", 1);
    var details = Objects.requireNonNull(cast.ana().engine().models().handling().details(told));
    if (details.members().size() != cast.all().size() - 1) {
      throw new DemoFailure("Ana does not know who has it: " + details.members());
    }
    feats.add("details", 1);
    int devices = details.members().stream().mapToInt(one -> one.devices().size()).sum();
    if (devices < cast.all().size() - 1) {
      throw new DemoFailure("Ana does not know on which devices it is: " + details.members());
    }
    feats.add("deviceReceipts", devices);
  }

  private static int starred(DemoPerson person) {
    return person.engine().models().handling().starred(0, 10).size();
  }

  private static KeptView kept(DemoPerson person, ConversationId conversation) {
    return person.engine().models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .map(ConversationView::kept)
        .findFirst()
        .orElse(KeptView.NOTHING);
  }

  private void later() throws InterruptedException {
    voice.says("Ana writes for later, and then does not wait");
    var ana = cast.ana();
    var ben = cast.ben();
    var with = ana.conversationWith(ben);
    EntryView last = ana.messages(with).getLast();
    var at = last.sentAt().plus(Duration.ofDays(1));
    var outcome =
        ana.does(new HandlingIntent.Schedule(with, Words.of("And bring an umbrella, please."), at));
    if (!(outcome instanceof Outcome.Scheduled(var scheduled))) {
      throw new DemoFailure("nothing was scheduled: " + outcome);
    }
    pause.until("it is to leave", () -> kept(ana, with).scheduled() == 1);
    if (!(ana.does(new HandlingIntent.SendScheduled(scheduled))
        instanceof Outcome.Queued(_, var message))) {
      throw new DemoFailure("it did not leave");
    }
    talk.note(ana, List.of(ben), Room.between(ana, ben), message);
    talk.seenByAll();
    feats.add("scheduled", 1);
  }

  private void begin() throws InterruptedException {
    var cleo = cast.cleo();
    var group = cast.group();
    cleo.does(
        new HandlingIntent.KeepDraft(
            group, "I only begin to write about the cake", null, List.of()));
    pause.until("Cleo's draft is kept", () -> kept(cleo, group).draft() != null);
    feats.add("drafts", 1);
  }
}
