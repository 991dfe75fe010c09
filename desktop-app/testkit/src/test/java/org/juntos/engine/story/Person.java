package org.juntos.engine.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
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
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Keyring;
import org.juntos.store.keyslot.KeyringSilentException;
import org.juntos.wire.AccountId;

/// Somebody with a real engine.
final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path profile;
  private final RelayLinks links;
  private ProfileEngine engine;

  Person(Path profile, RelayLinks links) throws IOException {
    this.profile = profile;
    this.links = links;
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
            InstantSource.system(), new SecureRandom(), new NoKeyring(), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(profile, links, new PlainMedia(), environment, new VirtualLoops()));
  }

  /// Closes the engine and makes another on the same profile, as another process would.
  Person restart() throws IOException, InterruptedException {
    engine.close();
    engine = engine();
    done(new Intent.Unlock(passphrase()));
    engine.start();
    return this;
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

  MessageId write(Person other, String text) throws InterruptedException {
    var outcome = engine.submit(new Intent.SendMessage(with(other), text, List.of()));
    if (outcome instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new AssertionError("not queued: " + outcome);
  }

  List<EntryView> timeline(Person other) {
    return engine.models().history(with(other), Long.MAX_VALUE, 1_000);
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

  private static final class NoKeyring implements Keyring {
    @Override
    public @Nullable SecretBytes read(String name) throws KeyringSilentException {
      throw new KeyringSilentException("none here");
    }

    @Override
    public void write(String name, SecretBytes secret) throws KeyringSilentException {
      throw new KeyringSilentException("none here");
    }

    @Override
    public void delete(String name) throws KeyringSilentException {
      throw new KeyringSilentException("none here");
    }
  }
}
