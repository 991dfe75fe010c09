package org.juntos.launcher.demo;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.StatusView;

/// What people do besides talking to each other: they see who is here, meet in a group, and post
/// and answer statuses. Each step waits until it came true.
final class PeopleStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS =
      List.of(
          "Meadow walks",
          "Every second Sunday",
          "Who brings the tea",
          "found the link in the letter",
          "three flasks",
          "It blooms until Sunday",
          "Wait for me there",
          "walks and makes lists");

  PeopleStory(Scene scene) {
    super(scene);
  }

  /// Ana shows her contacts more of herself.
  void profile() throws InterruptedException {
    voice.says("Ana gives herself a picture; only her contacts see it");
    cast.ana()
        .does(
            new Intent.ChangeProfile(
                null, "walks and makes lists", ChosenPicture.Cut.middle(files.photo())));
    pause.until("the relay has it, sealed", cast.ana()::sharesNewest);
    talk.says(cast.ana(), cast.ben(), "Do you like my new picture?");
    talk.seenByAll();
    pause.until(
        "Ben has Ana's picture",
        () -> cast.ben().contact(cast.ana()).profile().pictureVersion() > 0);
    feats.add("profiles", 1);
  }

  /// Contacts see of each other when they are here, as long as both share it.
  void presence() throws InterruptedException {
    voice.says(
        "Ben sees that Ana is here and that she types; she stops sharing it, and sees his no more");
    var ana = cast.ana();
    var ben = cast.ben();
    var room = Room.between(ana, ben);
    voice.opens(ana, room.of(ana));
    voice.opens(ben, room.of(ben));
    pause.until("Ben sees that Ana is here", () -> is(ben, ana, PresenceView.State.Online.class));
    pause.until("Ana sees that Ben is here", () -> is(ana, ben, PresenceView.State.Online.class));
    ana.does(new Intent.Typing(room.of(ana), true));
    pause.until("Ben sees that Ana types", () -> ben.presence(ana).typing());
    voice.shows("presence");
    feats.add("presence", 2);
    feats.add("typing", 1);
    ana.does(new Intent.Typing(room.of(ana), false));
    ana.does(new Intent.SharePresence(false));
    pause.until(
        "Ben does not see it any more", () -> !is(ben, ana, PresenceView.State.Online.class));
    pause.until("nor does Ana of him", () -> !is(ana, ben, PresenceView.State.Online.class));
    ana.does(new Intent.SharePresence(true));
    // her app tells the relay before it looks itself, and nobody is told who begins to share
    pause.until("Ana sees Ben again", () -> is(ana, ben, PresenceView.State.Online.class));
    ben.does(new Intent.WatchPresence(Set.of()));
    pause.until("Ben looks away", () -> is(ben, ana, PresenceView.State.Unknown.class));
    ben.does(new Intent.WatchPresence(Set.of(ana.account())));
    pause.until("Ben sees it again", () -> is(ben, ana, PresenceView.State.Online.class));
    feats.add("presenceHidden", 1);
  }

  private static boolean is(
      DemoPerson who, DemoPerson whom, Class<? extends PresenceView.State> state) {
    return state.isInstance(who.presence(whom).state());
  }

  /// Cleo is nobody's contact, and comes in by the link.
  void group() throws InterruptedException {
    voice.says(
        "Ana makes a group with Ben, gives it a picture and a link; Cleo comes in by the link");
    var ana = cast.ana();
    var group =
        made(ana.does(new Intent.CreateGroup("Meadow walks", List.of(cast.ben().account()))));
    ana.does(
        new Intent.ChangeGroup(
            group,
            new GroupWish.Describe(
                null, "Every second Sunday", ChosenPicture.Cut.middle(files.photo()))));
    var wish = new GroupWish.MakeLink(null, 0, false);
    if (!(ana.does(new Intent.ChangeGroup(group, wish)) instanceof Outcome.GroupLinked(var link))) {
      throw new DemoFailure("the group has no link");
    }
    cast.cleo().does(new Intent.JoinGroup(link));
    for (var person : cast.all()) {
      pause.until(person.name() + " is in the group of three", () -> isWhole(person.group(group)));
    }
    feats.add("groups", 1);
    feats.add("groupMembers", cast.all().size());
    feats.add("groupPictures", cast.all().size());
    feats.add("linkJoins", 1);
    talkIn(group);
    for (var person : cast.all()) {
      voice.opens(person, group);
    }
    voice.shows("group");
  }

  private static ConversationId made(Outcome outcome) {
    if (outcome instanceof Outcome.Grouped(var group, _)) {
      return group;
    }
    throw new DemoFailure("no group was made: " + outcome);
  }

  private boolean isWhole(@Nullable GroupView group) {
    return group != null
        && group.standing() == GroupView.Standing.MEMBER
        && group.members().size() == cast.all().size()
        && !group.picture().isEmpty();
  }

  private void talkIn(ConversationId group) throws InterruptedException {
    says(cast.ana(), group, "Who brings the tea?");
    says(cast.cleo(), group, "Hello! I found the link in the letter.");
    says(cast.ben(), group, "I have three flasks 🫖");
  }

  private void says(DemoPerson author, ConversationId group, String body)
      throws InterruptedException {
    talk.says(author, cast.othersThan(author), Room.group(group), body);
    talk.seenByAll();
    feats.add("groupMessages", 1);
  }

  /// Ben sees and answers it; Cleo, who is no contact of Ana's, never knows of it.
  void status() throws InterruptedException {
    voice.says("Ana posts a photograph as a status; Ben looks at it and answers");
    var ana = cast.ana();
    var ben = cast.ben();
    var post = new Intent.PostStatus("It blooms until Sunday", 0, files.photo(), null);
    if (!(ana.does(post) instanceof Outcome.Posted(var status))) {
      throw new DemoFailure("the status was not posted");
    }
    pause.until("Ben has the status", () -> ben.hasStatus(ana, status));
    feats.add("statuses", 1);
    ben.does(new Intent.ViewStatus(ana.account(), status));
    voice.viewsStatuses(ben, ana);
    pause.until("Ana knows that Ben has seen it", () -> seenBy(ana, status) == 1);
    voice.shows("status");
    feats.add("statusesSeen", 1);
    var reply = new Intent.ReplyToStatus(ana.account(), status, "Wait for me there!");
    if (!(ben.does(reply) instanceof Outcome.Queued(_, var message))) {
      throw new DemoFailure("the status was not answered");
    }
    var room = Room.between(ana, ben);
    talk.note(ben, List.of(ana), room, message);
    talk.seenByAll();
    pause.until("the answer shows what it is about", () -> isQuoted(ana.entry(message)));
    feats.add("statusReplies", 1);
    if (!cast.cleo().engine().models().statuses().value().others().isEmpty()) {
      throw new DemoFailure("Cleo sees a status of somebody who is no contact");
    }
    voice.opens(ana, room.of(ana));
    voice.opens(ben, room.of(ben));
    voice.shows("status-reply");
  }

  private static boolean isQuoted(EntryView entry) {
    return entry.quote() != null;
  }

  private static long seenBy(DemoPerson author, MessageId status) {
    return author.engine().models().statuses().value().mine().stream()
        .filter(one -> one.id().equals(status))
        .mapToLong(StatusView::seenBy)
        .sum();
  }
}
