package org.juntos.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;

/// One of the two: a name, a number and a running client, used only through intents and models.
final class DemoPerson {
  private static final int ALL = 10_000;

  private final String name;
  private final String phoneNumber;
  private final Engine engine;

  DemoPerson(String name, String phoneNumber, Engine engine) {
    this.name = name;
    this.phoneNumber = phoneNumber;
    this.engine = engine;
  }

  String name() {
    return name;
  }

  String phoneNumber() {
    return phoneNumber;
  }

  Engine engine() {
    return engine;
  }

  /// Submits, and fails the demonstration when it is refused.
  Outcome does(Intent intent) throws InterruptedException {
    var outcome = engine.submit(intent);
    if (outcome instanceof Outcome.Refused(var problem)) {
      throw new DemoFailure(
          name + ": " + intent.getClass().getSimpleName() + " refused: " + problem.sentence());
    }
    return outcome;
  }

  void createProfile() throws InterruptedException {
    var passphrase = ("only " + name + " knows this").getBytes(StandardCharsets.UTF_8);
    does(
        new Intent.CreateProfile(
            name, new Protection.Passphrase(SecretBytes.takeFrom(passphrase))));
  }

  SessionView.Ready ready() {
    if (engine.models().session().value() instanceof SessionView.Ready ready) {
      return ready;
    }
    throw new DemoFailure(name + " is not registered");
  }

  /// The conversation with the only contact.
  ConversationId conversation() {
    return engine.models().contacts().value().getFirst().conversation();
  }

  MessageId sends(String body, List<Intent.OutgoingFile> files) throws InterruptedException {
    var outcome = does(new Intent.SendMessage(conversation(), body, files));
    if (outcome instanceof Outcome.Queued queued) {
      return queued.message();
    }
    throw new DemoFailure(name + ": sending ended as " + outcome);
  }

  MessageId sendsFile(Path file, boolean voice) throws InterruptedException {
    return sends("", List.of(new Intent.OutgoingFile(file, false, voice)));
  }

  /// Everything of the conversation that is a message, oldest first.
  List<EntryView> messages() {
    return engine.models().history(conversation(), Long.MAX_VALUE, ALL).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
        .toList();
  }

  boolean isOnline() {
    return engine.models().connection().value().state() instanceof ConnectionView.State.Online;
  }

  int waiting() {
    return engine.models().connection().value().waiting();
  }

  /// Marks everything that is there as seen; whether `message` is among it, with all its files
  /// here.
  boolean sees(MessageId message) {
    var there = messages().stream().filter(entry -> entry.id().equals(message)).findFirst();
    try {
      if (there.isEmpty() || !areHere(there.get().attachments())) {
        return false;
      }
      does(new Intent.MarkSeen(conversation(), message));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean areHere(List<AttachmentView> attachments) throws InterruptedException {
    boolean all = true;
    for (var attachment : attachments) {
      switch (attachment.state()) {
        case HERE -> {}
        case OFFERED -> {
          does(new Intent.Download(attachment.message(), attachment.index()));
          all = false;
        }
        case PREPARING, WAITING, RUNNING -> all = false;
        case FAILED, CANCELLED ->
            throw new DemoFailure(name + ": " + attachment.fileName() + " did not arrive");
      }
    }
    return all;
  }

  /// Whether the other one has seen `message`.
  boolean knowsSeen(MessageId message) {
    var entry = engine.models().entry(message);
    return entry != null && entry.progress().stage() == EntryView.Stage.SEEN;
  }
}
