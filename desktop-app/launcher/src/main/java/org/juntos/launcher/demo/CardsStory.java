package org.juntos.launcher.demo;

import java.util.List;
import java.util.Objects;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.CardView;

/// A poll in the group, a location, and a contact that is handed on.
final class CardsStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS =
      List.of("Which cake for Sunday?", "Orange and almond", "The bench under the plane tree");

  CardsStory(Scene scene) {
    super(scene);
  }

  /// In the group that they have made before.
  void tell() throws InterruptedException {
    var group = cast.group();
    cast.all().forEach(person -> voice.opens(person, group));
    var poll = ask(group);
    vote(poll);
    where(group);
    handOn(group);
    voice.shows("cards");
    close(poll);
  }

  private MessageId sent(DemoPerson author, CardIntent intent) throws InterruptedException {
    if (!(author.does(intent) instanceof Outcome.Queued queued)) {
      throw new DemoFailure(author.name() + " could not send it");
    }
    var room = Room.group(queued.conversation());
    talk.note(author, cast.othersThan(author), room, queued.message());
    talk.seenByAll();
    return queued.message();
  }

  private MessageId ask(ConversationId group) throws InterruptedException {
    voice.says("Ana asks the group which cake there is to be; everybody votes, Ben twice");
    var options = List.of("Carrot", SECRETS.get(1), "None, thank you");
    var poll =
        sent(
            cast.ana(),
            new CardIntent.Ask(To.of(group), SECRETS.getFirst(), options, false, false));
    feats.add("polls", 1);
    return poll;
  }

  private void vote(MessageId poll) throws InterruptedException {
    vote(cast.ben(), poll, 2);
    vote(cast.cleo(), poll, 1);
    vote(cast.ben(), poll, 1);
    vote(cast.ana(), poll, 0);
    for (var person : cast.all()) {
      pause.until(
          person.name() + " sees how the poll stands",
          () -> votes(person, poll).equals(List.of(1, 2, 0)));
    }
  }

  private void vote(DemoPerson person, MessageId poll, int option) throws InterruptedException {
    person.does(new CardIntent.Vote(poll, List.of(option)));
    feats.add("votes", 1);
  }

  private static CardView.PollView poll(DemoPerson person, MessageId poll) {
    if (person.entry(poll).card() instanceof CardView.PollView view) {
      return view;
    }
    throw new DemoFailure(person.name() + " sees no poll");
  }

  private static List<Integer> votes(DemoPerson person, MessageId poll) {
    return poll(person, poll).options().stream().map(CardView.OptionView::votes).toList();
  }

  private void where(ConversationId group) throws InterruptedException {
    voice.says("Cleo says where the bench is; no map service learns of it");
    sent(
        cast.cleo(),
        new CardIntent.ShowPlace(
            To.of(group),
            "https://www.openstreetmap.org/?mlat=38.71394&mlon=-9.13349#map=17/38.71394/-9.13349",
            SECRETS.getLast()));
    feats.add("locations", 1);
  }

  private void handOn(ConversationId group) throws InterruptedException {
    voice.says("Ana hands Ben on to the group, with the key that she knows him by");
    var card = sent(cast.ana(), new CardIntent.ShareContact(To.of(group), cast.ben().account()));
    var shown = Objects.requireNonNull(cast.cleo().entry(card).card());
    if (!(shown instanceof CardView.PersonView person)
        || !cast.ben().account().equals(person.account())) {
      throw new DemoFailure("Cleo does not see who it is: " + shown.title());
    }
    feats.add("contactsHandedOn", 1);
  }

  private void close(MessageId poll) throws InterruptedException {
    voice.says("Ana closes the poll");
    cast.ana().does(new CardIntent.ClosePoll(poll));
    for (var person : cast.all()) {
      pause.until(
          person.name() + " sees the result",
          () -> !poll(person, poll).isOpen() && votes(person, poll).equals(List.of(1, 2, 0)));
    }
    feats.add("pollsClosed", 1);
  }
}
