package org.juntos.launcher.demo;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConversationView;

/// What somebody chooses for themselves: their conversations in order, and not to be disturbed.
/// Nobody else learns any of it.
final class ChoicesStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS = List.of("Sunday walkers", "Out of the archive");

  ChoicesStory(Scene scene) {
    super(scene);
  }

  /// Ana puts her list in order.
  void order() throws InterruptedException {
    voice.says(
        "Ana archives Ben until he writes, pins and mutes the group, and makes a folder for it");
    var ana = cast.ana();
    var withBen = ana.conversationWith(cast.ben());
    choose(withBen, new Choice.Archived(withBen, true), ChosenView::archived);
    talk.says(cast.ben(), ana, "Out of the archive with me, please");
    pause.until("Ben is back in the list", () -> !chosen(withBen).archived());
    feats.add("archived", 1);
    var group = cast.group();
    ana.does(new ChoiceIntent.Pin(group, true));
    choose(
        group,
        new Choice.Muted(group, Choice.FOREVER),
        now -> now.mutedUntil().equals(Choice.FOREVER));
    pause.until("the group is pinned", () -> chosen(group).pinned() > 0);
    feats.add("pinnedConversations", 1);
    feats.add("muted", 1);
    var folder = folder("Sunday walkers");
    ana.does(new ChoiceIntent.PutInFolder(folder, group, true));
    pause.until("the group lies in the folder", () -> chosen(group).folders().contains(folder));
    feats.add("folders", 1);
    talk.seenByAll(); // reading takes the mark away
    choose(withBen, new Choice.MarkedUnread(withBen, true), ChosenView::markedUnread);
    feats.add("markedUnread", 1);
    voice.shows("choices");
  }

  /// Ana is not disturbed for a while.
  void quiet() throws InterruptedException {
    var ana = cast.ana();
    ana.does(new ChoiceIntent.Choose(new Choice.QuietUntil(true, Choice.FOREVER)));
    pause.until("nothing notifies Ana", this::isQuiet);
    ana.does(new ChoiceIntent.Choose(Choice.QuietUntil.NEVER));
    pause.until("Ana is notified again", () -> !isQuiet());
    feats.add("doNotDisturb", 1);
  }

  private boolean isQuiet() {
    return cast.ana().engine().models().personal().value().quiet().until().quiet();
  }

  private void choose(ConversationId about, Choice choice, Predicate<ChosenView> done)
      throws InterruptedException {
    cast.ana().does(new ChoiceIntent.Choose(choice));
    pause.until("Ana's list follows", () -> done.test(chosen(about)));
  }

  private UUID folder(String name) throws InterruptedException {
    if (cast.ana().does(new ChoiceIntent.MakeFolder(name)) instanceof Outcome.FolderMade(var id)) {
      return id;
    }
    throw new DemoFailure("there is no folder");
  }

  private ChosenView chosen(ConversationId conversation) {
    return conversations().stream()
        .filter(one -> one.id().equals(conversation))
        .map(ConversationView::chosen)
        .findFirst()
        .orElse(ChosenView.NONE);
  }

  private List<ConversationView> conversations() {
    return cast.ana().engine().models().conversations().value();
  }
}
