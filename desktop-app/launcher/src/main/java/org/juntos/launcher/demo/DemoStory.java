package org.juntos.launcher.demo;

import java.io.IOException;
import java.util.List;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView;

/// What happens, in order. Each step waits until it came true on both sides.
final class DemoStory extends Story {
  /// Texts of the story: found at the relay in any form, the demonstration has failed.
  static final List<String> SECRETS =
      List.of(
          "back from the meadow",
          "the talk for Thursday",
          "Got all of it",
          "on the train already",
          "into the blue folder",
          "Platform seven",
          "will reach you",
          "waits in my outbox",
          "in order ✅");

  private final DemoRelay relay;
  private final DemoPerson ana;
  private final DemoPerson ben;

  DemoStory(DemoRelay relay, Scene scene) {
    super(scene);
    this.relay = relay;
    ana = scene.cast().ana();
    ben = scene.cast().ben();
  }

  void register() throws InterruptedException {
    for (var person : cast.all()) {
      voice.says(person.name() + " registers " + person.phoneNumber() + " from the desktop");
      person.does(new Intent.StartRegistration(relay.address(), person.phoneNumber()));
      var code = relay.codeFor(person.phoneNumber());
      person.does(new Intent.ConfirmCode(code));
      person.createProfile();
      pause.until(person.name() + " is connected", person::isOnline);
    }
    feats.add("accounts", cast.all().size());
    voice.shows("registered");
  }

  void becomeContacts() throws InterruptedException {
    voice.says("Ana adds Ben by his contact link; Ben accepts");
    ana.does(new Intent.AddContact(ben.ready().link()));
    pause.until("Ben is asked", () -> standing(ben) == ContactView.Standing.ASKING);
    voice.opens(ana, ana.conversationWith(ben));
    voice.opens(ben, ben.conversationWith(ana));
    voice.shows("request");
    ben.does(new Intent.AcceptContact(ana.ready().account()));
    pause.until("Ana is accepted", () -> standing(ana) == ContactView.Standing.ACCEPTED);
    feats.add("contacts", 1);
  }

  private static ContactView.Standing standing(DemoPerson person) {
    var contacts = person.engine().models().contacts().value();
    return contacts.isEmpty() ? ContactView.Standing.BLOCKED : contacts.getFirst().standing();
  }

  void talk() throws InterruptedException {
    voice.says("They talk: text, a photograph, a video, a voice message and a document");
    talk.says(ana, ben, "Hi Ben, back from the meadow 🌼 want to see?");
    talk.seenByAll();
    talk.says(ben, ana, "Of course! And the talk for Thursday, please.");
    talk.seenByAll();
    talk.shows(ana, ben, files.photo(), false);
    talk.shows(ana, ben, files.video(), false);
    talk.shows(ana, ben, files.voiceMessage(), true);
    talk.shows(ana, ben, files.document(), false);
    talk.seenByAll();
    talk.says(ben, ana, "Got all of it. Ευχαριστώ, спасибо, شكرا 👍🏽");
    talk.seenByAll();
    feats.add("files", files.all().size());
    voice.shows("talk");
  }

  /// Both queues fill: the relay's while Ben is away, the clients' own while the relay is dead.
  void goOffline() throws IOException, InterruptedException {
    voice.says("Ben goes offline; Ana writes on, the relay keeps it for him");
    ben.does(new Intent.GoOffline());
    pause.until("Ben is offline", () -> !ben.isOnline());
    talk.says(ana, ben, "Are you on the train already?");
    talk.says(ana, ben, "I put the tickets into the blue folder.");
    talk.says(ana, ben, "Platform seven, ten past eight.");
    pause.until("the relay has all of Ana's", () -> ana.waiting() == 0);
  }

  void relayDies() throws IOException, InterruptedException {
    voice.says("The relay is killed with SIGKILL. What it held at that moment:");
    relay.kill();
    relay.held().forEach(voice::says);
    pause.until("Ana notices", () -> !ana.isOnline());
    talk.says(ana, ben, "The relay is gone, but this will reach you.");
    talk.says(ben, ana, "In the tunnel. This waits in my outbox.");
    talk.says(ben, ana, "And this one too.");
    pause.until("all of it waits", () -> ana.waiting() >= 1 && ben.waiting() >= 2);
    voice.says("Waiting at Ana: " + ana.waiting() + ", at Ben: " + ben.waiting());
    voice.shows("offline");
  }

  void everyoneReturns() throws IOException, InterruptedException {
    voice.says("The relay starts again; both reconnect and everything arrives");
    relay.start();
    ben.does(new Intent.Reconnect());
    ana.does(new Intent.Reconnect());
    talk.seenByAll();
    talk.says(ana, ben, "There you are. All of it, in order ✅");
    talk.seenByAll();
    voice.shows("together");
  }
}
