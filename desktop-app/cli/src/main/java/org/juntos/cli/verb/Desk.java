package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.juntos.cli.output.Meter;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.SessionView;

/// Where verbs work: an open engine, and what they need around it. Thread-safe as the engine is.
public final class Desk implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Engine engine;
  private final Path profile;
  private final Keys keys;
  private final InstantSource clock;
  private final Meter meter;
  private final Live.Watch catchingUp;
  private volatile boolean caughtUp;

  public Desk(Engine engine, Path profile, Keys keys, InstantSource clock, Meter meter) {
    this.engine = engine;
    this.profile = profile;
    this.keys = keys;
    this.clock = clock;
    this.meter = meter;
    this.catchingUp =
        models().events(event -> caughtUp = caughtUp || event instanceof Event.CaughtUp);
  }

  /// Starts what `verb` needs, and unlocks the profile.
  public void open(boolean online, boolean newcomer) throws Refusal, InterruptedException {
    if (online) {
      engine.start();
    }
    if (session() instanceof SessionView.Locked(var keyring)) {
      submit(new Intent.Unlock(keys.protection(keyring)));
      awaitReady();
    }
    if (!newcomer) {
      ready();
    }
  }

  @Override
  public void close() {
    catchingUp.close();
  }

  /// Whether everything that waited at the relay is here and shown in the models.
  boolean isCaughtUp() {
    return caughtUp && models().connection().value().caughtUp();
  }

  public Models models() {
    return engine.models();
  }

  public SessionView session() {
    return models().session().value();
  }

  Path profile() {
    return profile;
  }

  /// Where progress is shown.
  Meter meter() {
    return meter;
  }

  Keys keys() {
    return keys;
  }

  /// This device's clock.
  Instant now() {
    return clock.instant();
  }

  /// Where this device is.
  ZoneId zone() {
    return ZoneId.systemDefault();
  }

  Deadline deadline(Duration time) {
    return new Deadline(clock, time);
  }

  Arrivals<Event> events() {
    return new Arrivals<>(models()::events);
  }

  /// @throws Refusal when the engine refuses
  Outcome submit(Intent intent) throws Refusal, InterruptedException {
    var outcome = engine.submit(intent);
    if (outcome instanceof Outcome.Refused(var problem)) {
      throw new Refusal(problem);
    }
    return outcome;
  }

  /// @throws Refusal when there is no account to act for
  SessionView.Ready ready() throws Refusal {
    return switch (session()) {
      case SessionView.Ready ready -> ready;
      case SessionView.Unregistered _ -> throw notRegistered("Register first.");
      case SessionView.CodeSent _ -> throw notRegistered("Give the code with verify.");
      case SessionView.CodeConfirmed _ -> throw notRegistered("Give a name with verify.");
      case SessionView.PinNeeded _ ->
          throw notRegistered("Give --pin-file with verify or register.");
      case SessionView.Linking _, SessionView.LinkAccepted _ ->
          throw notRegistered("Link this device with link-device --new.");
      case SessionView.Locked _ ->
          throw Refusal.of("locked", "The profile is locked.", "Give --passphrase-file.");
      case SessionView.Damaged(var why, var snapshots) -> throw damaged(why, snapshots.size());
      case SessionView.Deregistered(_, var unlinked) when unlinked ->
          throw Refusal.of(
              "unlinked",
              "This device was taken off the account.",
              "Its history stays readable in this profile; link a new one to go on.");
      case SessionView.Deregistered _ ->
          throw Refusal.of(
              "deregistered",
              "This account is registered on another device now.",
              "Register again to use it here.");
    };
  }

  /// Waits until what was committed has reached the relay; not long, and not at all when there is
  /// no connection.
  void settle(Duration atMost) throws InterruptedException {
    var deadline = deadline(atMost);
    try (var connection = new Arrivals<ConnectionView>(models().connection()::watch)) {
      while (models().unsent() > 0 && !isOffline() && !deadline.isOver()) {
        connection.next(soon(deadline));
      }
    }
  }

  /// The next moment to look again at what no event announces, but not after `deadline`.
  Deadline soon(Deadline deadline) {
    var left = deadline.left();
    return deadline(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
  }

  /// Whether the relay was tried and not reached.
  boolean isOffline() {
    return models().connection().value().state() instanceof ConnectionView.State.Offline;
  }

  private void awaitReady() throws InterruptedException {
    var deadline = deadline(OPENING);
    try (var sessions = new Arrivals<SessionView>(models().session()::watch)) {
      while (session() instanceof SessionView.Locked && !deadline.isOver()) {
        sessions.next(deadline);
      }
    }
  }

  private static Refusal notRegistered(String nextStep) {
    return Refusal.of("not-registered", "There is no account in this profile yet.", nextStep);
  }

  private static Refusal damaged(String why, int snapshots) {
    var nextStep =
        snapshots == 0
            ? "Keep the folder, and register a new profile."
            : "Open it with the desktop app to put back one of " + snapshots + " snapshots.";
    return new Refusal(
        Problem.local("damaged", "The profile's database is damaged: " + why, nextStep));
  }
}
