package org.juntos.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.live.LiveModels;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.Door;
import org.juntos.engine.profile.Names;
import org.juntos.engine.profile.Passage;
import org.juntos.engine.time.Loops;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine of one profile folder, from an empty folder to a running messenger. Intents of the
/// way in are handled here, one at a time; all others by the [RunningProfile].
public final class ProfileEngine implements Engine {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(ProfileEngine.class);

  private final EngineParts parts;
  private final Door door;
  private final LiveModels models;
  private final ReentrantLock wayIn = new ReentrantLock();
  private volatile @Nullable RunningProfile running;
  private final Wakeup lookAgain = new Wakeup();
  private Loops.@Nullable Running lookout;
  private boolean started;
  private volatile boolean closed;

  /// Looks at the folder; opens and changes nothing.
  ///
  /// @throws IOException when the folder cannot be read
  public ProfileEngine(EngineParts parts) throws IOException {
    this.parts = parts;
    door = new Door(parts.profile(), parts.environment(), parts.links());
    models = new LiveModels(door.state());
  }

  @Override
  public Models models() {
    return models;
  }

  @Override
  public void start() {
    wayIn.lock();
    try {
      started = true;
      var profile = running;
      if (profile != null) {
        profile.start();
      }
    } finally {
      wayIn.unlock();
    }
  }

  @Override
  public Outcome submit(Intent intent) throws InterruptedException {
    if (closed) {
      return Problems.refused("closed");
    }
    if (intent instanceof Intent.CancelSignIn) { // not behind the one that it ends
      door.cancelSignIn();
      return new Outcome.Done();
    }
    var profile = running;
    if (profile != null && intent instanceof Intent.DeleteAccount) {
      return delete();
    }
    return profile != null && !(intent instanceof Intent.WayIn)
        ? profile.submit(intent)
        : enter(intent);
  }

  @Override
  public void close() {
    closed = true;
    door.cancelSignIn();
    var looking = lookout;
    if (looking != null) {
      looking.close();
    }
    wayIn.lock();
    try {
      door.close();
      var profile = running;
      if (profile != null) {
        profile.close();
      }
    } finally {
      wayIn.unlock();
    }
  }

  /// Nothing of the profile is deleted before the relay has deleted the account, and all of it
  /// after.
  private Outcome delete() throws InterruptedException {
    wayIn.lockInterruptibly();
    try {
      var profile = running;
      if (closed || profile == null) {
        return Problems.refused("closed");
      }
      var outcome = profile.submit(new Intent.DeleteAccount());
      return outcome instanceof Outcome.Done ? wiped(profile) : outcome;
    } finally {
      wayIn.unlock();
    }
  }

  private Outcome wiped(RunningProfile profile) {
    profile.close();
    running = null;
    models.forget();
    try {
      return door.wipe() ? new Outcome.Done() : Problems.refused("in-use");
    } catch (IOException e) {
      LOG.warn("the profile folder could not be wiped: {}", e.getClass().getName());
      return Problems.refused("profile-unwritable");
    } finally {
      showDoor();
    }
  }

  private void showDoor() {
    try {
      models.session().set(door.state());
    } catch (IOException e) {
      LOG.warn("the profile folder failed: {}", e.getClass().getName());
    }
  }

  private Outcome enter(Intent intent) throws InterruptedException {
    wayIn.lockInterruptibly();
    try {
      if (closed) {
        return Problems.refused("closed");
      }
      if (running != null) {
        return Problems.refused("already-registered");
      }
      var outcome = step(intent);
      if (running == null) {
        models.session().set(door.state());
      }
      return outcome;
    } catch (IOException e) {
      LOG.warn("the profile folder failed: {}", e.getClass().getName());
      return Problems.refused("profile-unwritable");
    } finally {
      wayIn.unlock();
    }
  }

  private Outcome step(Intent intent) throws IOException {
    return switch (intent) {
      case Intent.StartRegistration start -> door.start(start);
      case Intent.AskAdmission ask -> door.ask(ask);
      case Intent.SignIn signIn -> door.signIn(signIn);
      case Intent.LookAtRelay(var relay) -> door.look(relay);
      case Intent.StartLinking start -> startLinking(start);
      case Intent.ResendCode() -> door.resend();
      case Intent.RestartRegistration() -> door.restart();
      case Intent.ConfirmCode(var code) -> door.confirm(code);
      case Intent.GivePin(var pin) -> door.give(pin);
      case Intent.CreateProfile(var name, var protection) ->
          Names.isValid(name) || models.session().value() instanceof SessionView.LinkAccepted
              ? through(door.create(name.strip(), protection))
              : Problems.refused("name-invalid");
      case Intent.Unlock(var protection) -> through(door.unlock(protection));
      case Intent.RestoreSnapshot(var snapshot) -> through(door.restore(snapshot));
      default ->
          Problems.refused(
              models.session().value() instanceof SessionView.Locked ? "locked" : "not-registered");
    };
  }

  private Outcome startLinking(Intent.StartLinking start) throws IOException {
    var outcome = door.startLinking(start);
    if (outcome instanceof Outcome.Done && lookout == null) {
      lookout = parts.loops().start("juntos-linking", this::lookForLink, lookAgain, (_, _) -> {});
    }
    lookAgain.wake();
    return outcome;
  }

  /// Asks the relay whether another device has used the code.
  private Duration lookForLink() throws InterruptedException {
    wayIn.lockInterruptibly();
    try {
      if (closed || running != null || !door.isLinking()) {
        return Turn.IDLE;
      }
      if (door.lookForLink()) {
        models.session().set(door.state());
      }
      return LOOK_AGAIN;
    } catch (IOException e) {
      LOG.warn("the profile folder failed: {}", e.getClass().getName());
      return LOOK_AGAIN;
    } finally {
      wayIn.unlock();
    }
  }

  private Outcome through(Passage passage) throws IOException {
    return switch (passage) {
      case Passage.Shut(var outcome) -> outcome;
      case Passage.Open(var profile) -> {
        run(profile);
        yield new Outcome.Done();
      }
    };
  }

  private void run(Profile profile) throws IOException {
    var handedOver = false;
    try {
      var opened = new RunningProfile(profile, parts, models);
      running = opened;
      handedOver = true;
      if (started) {
        opened.start();
      }
    } finally {
      if (!handedOver) {
        profile.close();
      }
    }
  }
}
