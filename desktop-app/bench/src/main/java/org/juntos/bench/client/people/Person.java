package org.juntos.bench.client.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.SessionView;
import org.juntos.launcher.Wiring;

/// Somebody with a real engine and an account at the bench's relay.
public final class Person implements AutoCloseable {
  /// What guards every profile of the bench.
  public static final String PASSPHRASE = "nothing here is worth guarding";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final String name;
  private final Engine engine;

  private Person(String name, Engine engine) {
    this.name = name;
    this.engine = engine;
  }

  /// Makes an account the way everybody does, and goes online.
  public static Person register(
      Wiring wiring, Path profile, BenchRelay relay, String name, String phoneNumber)
      throws IOException, InterruptedException {
    var person = new Person(name, wiring.engine(profile));
    var made = false;
    try {
      person.does(new Intent.StartRegistration(relay.address(), phoneNumber));
      person.does(new Intent.ConfirmCode(relay.code(phoneNumber)));
      person.does(new Intent.CreateProfile(name, passphrase()));
      person.engine.start();
      person.until("online", person::isOnline);
      made = true;
      return person;
    } finally {
      if (!made) {
        person.close();
      }
    }
  }

  /// Comes back to a profile, and goes online.
  public static Person back(Wiring wiring, Path profile) throws IOException, InterruptedException {
    var person = new Person("the owner", wiring.engine(profile));
    person.does(new Intent.Unlock(passphrase()));
    person.engine.start();
    person.until("online", person::isOnline);
    return person;
  }

  /// See [#PASSPHRASE].
  public static Protection passphrase() {
    return new Protection.Passphrase(secret());
  }

  /// See [#PASSPHRASE]; the caller closes it.
  public static SecretBytes secret() {
    return SecretBytes.takeFrom(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds `other`, who accepts.
  public void befriend(Person other) throws IOException, InterruptedException {
    does(new Intent.AddContact(other.self().link()));
    other.until("asked", () -> other.knows(ContactView.Standing.ASKING));
    other.does(new Intent.AcceptContact(self().account()));
    until("accepted", () -> knows(ContactView.Standing.ACCEPTED));
    other.untilSent();
  }

  /// Sends to the only contact.
  public void writes(String body) throws IOException, InterruptedException {
    writes(conversation(), body);
  }

  /// Sends to any conversation.
  public void writes(ConversationId to, String body) throws IOException, InterruptedException {
    does(new Intent.SendMessage(to, body, List.of()));
  }

  /// Sends to any conversation, and tells which message it is.
  public MessageId sends(ConversationId to, String body, List<Intent.OutgoingFile> files)
      throws IOException, InterruptedException {
    if (engine.submit(new Intent.SendMessage(to, body, files))
        instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new IOException(name + ": not sent");
  }

  /// Has seen all that is in a conversation.
  public void sees(ConversationId conversation) throws IOException, InterruptedException {
    var newest = engine.models().history(conversation, Long.MAX_VALUE, 1);
    does(new Intent.MarkSeen(conversation, newest.getLast().id()));
  }

  /// Waits until this is in a group.
  public void untilIn(ConversationId group) throws IOException, InterruptedException {
    until("in the group", () -> isIn(group));
  }

  private boolean isIn(ConversationId group) {
    return engine.models().conversations().value().stream()
        .anyMatch(one -> {
          var shown = one.group();
          return one.id().equals(group)
              && shown != null
              && shown.standing() == GroupView.Standing.MEMBER;
        });
  }

  /// Waits until all is here that waited at the relay.
  public void untilCaughtUp() throws IOException, InterruptedException {
    until("caught up", () -> engine.models().connection().value().caughtUp());
  }

  /// Makes a group with the first so many contacts.
  public ConversationId founds(String group, int others) throws IOException, InterruptedException {
    var members =
        engine.models().contacts().value().stream()
            .limit(others)
            .map(ContactView::account)
            .toList();
    if (engine.submit(new Intent.CreateGroup(group, members))
        instanceof Outcome.Grouped(var conversation, _)) {
      return conversation;
    }
    throw new IOException(name + ": there is no " + group);
  }

  /// The conversation with the only contact.
  public ConversationId conversation() {
    return engine.models().contacts().value().getFirst().conversation();
  }

  /// Waits until the relay has everything.
  public void untilSent() throws IOException, InterruptedException {
    until("rid of all messages", () -> engine.models().unsent() == 0);
  }

  /// Who this is.
  public SessionView.Ready self() throws IOException {
    if (engine.models().session().value() instanceof SessionView.Ready ready) {
      return ready;
    }
    throw new IOException(name + " has no account");
  }

  @Override
  public void close() {
    engine.close();
  }

  /// Asks the engine, which must not refuse.
  public void does(Intent intent) throws IOException, InterruptedException {
    if (engine.submit(intent) instanceof Outcome.Refused(var problem)) {
      throw new IOException(
          name + ": " + intent.getClass().getSimpleName() + ": " + problem.sentence());
    }
  }

  private boolean isOnline() {
    return engine.models().connection().value().state() instanceof ConnectionView.State.Online;
  }

  private boolean knows(ContactView.Standing standing) {
    return engine.models().contacts().value().stream()
        .anyMatch(contact -> contact.standing() == standing);
  }

  private void until(String state, BooleanSupplier reached)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IOException(name + " is not " + state);
      }
      Thread.sleep(GLANCE);
    }
  }
}
