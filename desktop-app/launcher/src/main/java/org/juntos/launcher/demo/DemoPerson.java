package org.juntos.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.SessionView;
import org.juntos.wire.AccountId;

/// One of those who take part: a name, a number and a running client, used only through intents and
/// models.
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

  AccountId account() {
    return ready().account();
  }

  /// Somebody whom this one knows.
  ContactView contact(DemoPerson other) {
    return engine.models().contacts().value().stream()
        .filter(contact -> contact.account().equals(other.account()))
        .findFirst()
        .orElseThrow(() -> new DemoFailure(name + " does not know " + other.name()));
  }

  ConversationId conversationWith(DemoPerson other) {
    return contact(other).conversation();
  }

  /// What this one knows of a group; null when they know nothing of it.
  @Nullable GroupView group(ConversationId group) {
    return engine.models().conversations().value().stream()
        .filter(conversation -> conversation.id().equals(group))
        .map(ConversationView::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  PresenceView presence(DemoPerson other) {
    return engine.models().presence().value().getOrDefault(other.account(), PresenceView.NONE);
  }

  /// Whether the relay has what this one shares, so that contacts hear of it.
  boolean sharesNewest() {
    return look(new Intent.LookAtProfile()) instanceof Outcome.Profile(var own) && !own.due();
  }

  private @Nullable Outcome look(Intent intent) {
    try {
      return does(intent);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  boolean hasStatus(DemoPerson author, MessageId status) {
    return engine.models().statuses().value().others().stream()
        .filter(one -> one.account().equals(author.account()))
        .flatMap(one -> one.statuses().stream())
        .anyMatch(one -> one.id().equals(status));
  }

  /// One message of this one's history.
  EntryView entry(MessageId message) {
    var entry = engine.models().entry(message);
    if (entry == null) {
      throw new DemoFailure(name + " has lost " + message);
    }
    return entry;
  }

  MessageId sends(ConversationId conversation, String body, List<Intent.OutgoingFile> files)
      throws InterruptedException {
    var outcome = does(new Intent.SendMessage(conversation, body, files));
    if (outcome instanceof Outcome.Queued queued) {
      return queued.message();
    }
    throw new DemoFailure(name + ": sending ended as " + outcome);
  }

  /// Everything of the conversation that is a message, oldest first.
  List<EntryView> messages(ConversationId conversation) {
    return engine.models().history(conversation, Long.MAX_VALUE, ALL).stream()
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
  boolean sees(ConversationId conversation, MessageId message) {
    var there =
        messages(conversation).stream().filter(entry -> entry.id().equals(message)).findFirst();
    try {
      if (there.isEmpty() || !areHere(there.get().attachments())) {
        return false;
      }
      does(new Intent.MarkSeen(conversation, message));
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

  /// Whether all readers have seen `message`.
  boolean knowsSeen(MessageId message, int readers) {
    var members = engine.models().progress(message);
    return entry(message).progress().stage() == EntryView.Stage.SEEN
        && (members.isEmpty()
            || members.stream().filter(one -> one.seenAt() != null).count() == readers);
  }
}
