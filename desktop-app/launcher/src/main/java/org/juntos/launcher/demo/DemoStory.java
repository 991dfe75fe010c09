package org.juntos.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView;

/// What happens, in order. Each step waits until it came true on both sides.
final class DemoStory {
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

  private static final long STEP_SECONDS = 120;

  private final DemoRelay relay;
  private final DemoPerson ana;
  private final DemoPerson ben;
  private final DemoFiles files;
  private final DemoVoice voice;
  private final Pause pause;

  private final List<Sent> sent = new ArrayList<>();

  private record Sent(DemoPerson author, DemoPerson reader, MessageId message) {}

  DemoStory(
      DemoRelay relay,
      DemoPerson ana,
      DemoPerson ben,
      DemoFiles files,
      DemoVoice voice,
      Pause pause) {
    this.relay = relay;
    this.ana = ana;
    this.ben = ben;
    this.files = files;
    this.voice = voice;
    this.pause = pause;
  }

  /// Number of messages that the two have written.
  int sent() {
    return sent.size();
  }

  void register() throws InterruptedException {
    for (var person : List.of(ana, ben)) {
      voice.says(person.name() + " registers " + person.phoneNumber() + " from the desktop");
      person.does(new Intent.StartRegistration(relay.address(), person.phoneNumber()));
      var code = relay.codeFor(person.phoneNumber());
      person.does(new Intent.ConfirmCode(code));
      person.createProfile();
      pause.until(person.name() + " is connected", STEP_SECONDS, person::isOnline);
    }
    voice.shows("registered");
  }

  void becomeContacts() throws InterruptedException {
    voice.says("Ana adds Ben by his contact link; Ben accepts");
    ana.does(new Intent.AddContact(ben.ready().link()));
    pause.until("Ben is asked", STEP_SECONDS, () -> standing(ben) == ContactView.Standing.ASKING);
    voice.opensConversations();
    voice.shows("request");
    ben.does(new Intent.AcceptContact(ana.ready().account()));
    pause.until(
        "Ana is accepted", STEP_SECONDS, () -> standing(ana) == ContactView.Standing.ACCEPTED);
  }

  private static ContactView.Standing standing(DemoPerson person) {
    var contacts = person.engine().models().contacts().value();
    return contacts.isEmpty() ? ContactView.Standing.BLOCKED : contacts.getFirst().standing();
  }

  void talk() throws InterruptedException {
    voice.says("They talk: text, a photograph, a video, a voice message and a document");
    says(ana, ben, "Hi Ben, back from the meadow 🌼 want to see?");
    seenByAll();
    says(ben, ana, "Of course! And the talk for Thursday, please.");
    seenByAll();
    shows(ana, ben, files.photo(), false);
    shows(ana, ben, files.video(), false);
    shows(ana, ben, files.voiceMessage(), true);
    shows(ana, ben, files.document(), false);
    seenByAll();
    says(ben, ana, "Got all of it. Ευχαριστώ, спасибо, شكرا 👍🏽");
    seenByAll();
    voice.shows("talk");
  }

  /// Both queues fill: the relay's while Ben is away, the clients' own while the relay is dead.
  void goOffline() throws IOException, InterruptedException {
    voice.says("Ben goes offline; Ana writes on, the relay keeps it for him");
    ben.does(new Intent.GoOffline());
    pause.until("Ben is offline", STEP_SECONDS, () -> !ben.isOnline());
    says(ana, ben, "Are you on the train already?");
    says(ana, ben, "I put the tickets into the blue folder.");
    says(ana, ben, "Platform seven, ten past eight.");
    pause.until("the relay has all of Ana's", STEP_SECONDS, () -> ana.waiting() == 0);
  }

  void relayDies() throws IOException, InterruptedException {
    voice.says("The relay is killed with SIGKILL. What it held at that moment:");
    relay.kill();
    relay.held().forEach(voice::says);
    pause.until("Ana notices", STEP_SECONDS, () -> !ana.isOnline());
    says(ana, ben, "The relay is gone, but this will reach you.");
    says(ben, ana, "In the tunnel. This waits in my outbox.");
    says(ben, ana, "And this one too.");
    voice.says("Waiting at Ana: " + ana.waiting() + ", at Ben: " + ben.waiting());
    voice.shows("offline");
  }

  void everyoneReturns() throws IOException, InterruptedException {
    voice.says("The relay starts again; both reconnect and everything arrives");
    relay.start();
    ben.does(new Intent.Reconnect());
    ana.does(new Intent.Reconnect());
    seenByAll();
    says(ana, ben, "There you are. All of it, in order ✅");
    seenByAll();
    voice.shows("together");
  }

  private void says(DemoPerson author, DemoPerson reader, String body) throws InterruptedException {
    voice.says(author.name() + ": " + body);
    sent.add(new Sent(author, reader, author.sends(body, List.of())));
  }

  private void shows(DemoPerson author, DemoPerson reader, Path file, boolean spoken)
      throws InterruptedException {
    voice.says(author.name() + ": [" + file.getFileName() + "]");
    sent.add(new Sent(author, reader, author.sendsFile(file, spoken)));
  }

  private void seenByAll() throws InterruptedException {
    for (var one : sent) {
      pause.until(
          one.reader().name() + " sees " + one.message(),
          STEP_SECONDS,
          () -> one.reader().sees(one.message()));
    }
    for (var one : sent) {
      pause.until(
          one.author().name() + " knows that " + one.message() + " was seen",
          STEP_SECONDS,
          () -> one.author().knowsSeen(one.message()));
    }
  }
}
