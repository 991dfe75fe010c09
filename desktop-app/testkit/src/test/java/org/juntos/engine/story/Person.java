package org.juntos.engine.story;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.media.MediaPreparation;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.process.FileKeyring;
import org.juntos.wire.AccountId;

/// Somebody with a real engine.
final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path profile;
  private final RelayLinks links;
  private final MediaPreparation media;
  private ProfileEngine engine;

  Person(Path profile, RelayLinks links, MediaPreparation media) throws IOException {
    this.profile = profile;
    this.links = links;
    this.media = media;
    engine = engine();
  }

  static RelayLinks network() {
    return new OkHttpRelayLinks(InstantSource.system());
  }

  void start() {
    engine.start();
  }

  List<ContactView> contacts() {
    return engine.models().contacts().value();
  }

  boolean isContact(Person other) {
    return contacts().stream()
        .anyMatch(contact ->
            contact.account().equals(other.account())
                && contact.standing() == ContactView.Standing.ACCEPTED);
  }

  private ProfileEngine engine() throws IOException {
    var environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            FileKeyring.beside(profile),
            DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, media, new PlainCodes(), environment, new VirtualLoops()));
  }

  /// Closes the engine and makes another on the same profile, as another process would.
  void restart() throws IOException, InterruptedException {
    restart(() -> {});
  }

  /// Closes the engine and makes another that has not been unlocked.
  void reopen() throws IOException {
    engine.close();
    engine = engine();
  }

  SessionView session() {
    return engine.models().session().value();
  }

  /// @param between runs while there is no engine
  void restart(Runnable between) throws IOException, InterruptedException {
    engine.close();
    between.run();
    engine = engine();
    unlock();
    engine.start();
  }

  /// Opens the profile with what guards it.
  void unlock() throws InterruptedException {
    boolean keyring = session() instanceof SessionView.Locked(boolean known) && known;
    done(new Intent.Unlock(keyring ? new Protection.Keyring() : passphrase()));
  }

  int waiting() {
    return engine.models().connection().value().waiting();
  }

  boolean reached(MessageId message) {
    var stage = stage(message);
    return stage == EntryView.Stage.DELIVERED || stage == EntryView.Stage.SEEN;
  }

  List<String> received(Person other) {
    return timeline(other).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE && !entry.outgoing())
        .map(EntryView::body)
        .toList();
  }

  Outcome submit(Intent intent) throws InterruptedException {
    return engine.submit(intent);
  }

  void done(Intent intent) throws InterruptedException {
    var outcome = engine.submit(intent);
    if (outcome instanceof Outcome.Refused(var problem)) {
      throw new AssertionError(intent.getClass().getSimpleName() + ": " + problem);
    }
  }

  static Protection passphrase() {
    return new Protection.Passphrase(
        SecretBytes.takeFrom("correct horse".getBytes(StandardCharsets.UTF_8)));
  }

  SessionView.Ready ready() {
    if (engine.models().session().value() instanceof SessionView.Ready ready) {
      return ready;
    }
    throw new AssertionError("not ready: " + engine.models().session().value());
  }

  AccountId account() {
    return ready().account();
  }

  ConversationId with(Person other) {
    return ConversationId.ofTwo(account(), other.account());
  }

  ContactView contact(Person other) {
    return contacts().stream()
        .filter(contact -> contact.account().equals(other.account()))
        .findFirst()
        .orElseThrow();
  }

  boolean knows(Person other) {
    return contacts().stream().anyMatch(contact -> contact.account().equals(other.account()));
  }

  ConnectionView connection() {
    return engine.models().connection().value();
  }

  List<RelayView> relays() {
    return connection().relays();
  }

  /// The address of the relay that is in use; empty while it is not connected.
  String route() {
    var relay = connection().current();
    return relay == null || !(connection().state() instanceof ConnectionView.State.Online)
        ? ""
        : relay.address();
  }

  int unread(Person other) {
    return engine.models().conversations().value().stream()
        .filter(conversation -> conversation.id().equals(with(other)))
        .mapToInt(ConversationView::unread)
        .sum();
  }

  boolean isCaughtUp() {
    return engine.models().connection().value().caughtUp();
  }

  /// The code of the refusal of an intent.
  String refusalOf(Intent intent) throws InterruptedException {
    return engine.submit(intent) instanceof Outcome.Refused(var problem)
        ? problem.code()
        : "not refused";
  }

  AttachmentView.State state(MessageId message, int index) {
    var entry = engine.models().entry(message);
    return entry == null ? AttachmentView.State.OFFERED : entry.attachments().get(index).state();
  }

  byte[] bytes(MessageId message, int index) throws IOException {
    try (var channel = engine.models().content(message, index)) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  MessageId write(Person other, String text, Path... paths) throws InterruptedException {
    var files =
        Arrays.stream(paths).map(path -> new Intent.OutgoingFile(path, true, false)).toList();
    var outcome = engine.submit(new Intent.SendMessage(with(other), text, files));
    if (outcome instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new AssertionError("not queued: " + outcome);
  }

  List<EntryView> timeline(Person other) {
    return engine.models().history(with(other), Long.MAX_VALUE, 20_000);
  }

  List<String> texts(Person other) {
    return timeline(other).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
        .map(EntryView::body)
        .toList();
  }

  EntryView.@Nullable Stage stage(MessageId message) {
    var entry = engine.models().entry(message);
    return entry == null ? null : entry.progress().stage();
  }

  /// Waits until the condition holds, looking again after each event.
  void until(String what, Predicate<Person> condition) throws InterruptedException {
    var events = new LinkedBlockingQueue<Object>();
    try (Live.Watch _ = engine.models().events(events::add);
        Live.Watch _ = engine.models().connection().watch(events::add);
        Live.Watch _ = engine.models().contacts().watch(events::add)) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.test(this)) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("never: " + what);
        }
        events.poll(Math.min(left, 500_000_000L), TimeUnit.NANOSECONDS);
      }
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
