package org.juntos.engine.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.problem.Problems;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.OpenResult;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.ProfileState;
import org.juntos.store.db.Snapshot;
import org.juntos.store.keyslot.KeySlot;

/// The way from an empty folder, or a locked profile, to an open one with a registered account.
/// Every step can be repeated after the program ended in the middle of it.
public final class Door {
  private final ProfileFolder folder;
  private final LeftOvers leftOvers;
  private final Environment environment;
  private final Admissions admissions;
  private final LockGate gate;
  private final Joining joining;
  private final Arrival arrival;
  private final Keys keys = new Keys();
  private OpenResult.@Nullable Damaged damage;

  /// @throws IOException when the folder cannot be read
  public Door(Path path, Environment environment, RelayLinks links) throws IOException {
    this.environment = environment;
    folder = new ProfileFolder(path, environment);
    leftOvers = new LeftOvers(path, environment.clock());
    admissions =
        new Admissions(
            links, new RegistrationFile(path), environment.clock(), environment.random());
    gate = new LockGate(links, environment.clock());
    joining = new Joining(links, environment.clock(), environment.random());
    var cryptos = new CryptoSource(environment.clock(), environment.random());
    arrival =
        new Arrival(
            new AccountMaking(links, cryptos),
            new LinkedAccount(links, cryptos),
            admissions,
            gate,
            joining,
            leftOvers);
  }

  /// Where the profile stands.
  public SessionView state() throws IOException {
    var damaged = damage;
    if (damaged != null) {
      return new SessionView.Damaged(
          damaged.why(), damaged.waysBack().stream().map(Snapshot::name).toList());
    }
    var link = joining.view(environment.keyring().answers());
    if (link != null) {
      return link;
    }
    var pending = admissions.pending();
    if (pending instanceof PendingRegistration.CodeConfirmed confirmed) {
      if (gate.isShut()) {
        return gate.view(confirmed);
      }
      return new SessionView.CodeConfirmed(
          confirmed.relay().text(), environment.keyring().answers());
    }
    return switch (folder.inspect()) {
      case ProfileState.Locked(var slots) -> new SessionView.Locked(hasKeyring(slots));
      case ProfileState.Unreadable(var why) -> new SessionView.Damaged(why, List.of());
      case ProfileState.Absent() ->
          pending instanceof PendingRegistration.CodeSent sent
              ? codeSent(sent)
              : admissions.offer();
    };
  }

  /// The steps up to a confirmed code.
  public Outcome start(Intent.StartRegistration intent) throws IOException {
    return folder.inspect() instanceof ProfileState.Absent
        ? admissions.start(intent.relay(), intent.target())
        : Problems.refused("already-registered");
  }

  /// See [Intent.AskAdmission].
  public Outcome ask(Intent.AskAdmission intent) throws IOException {
    try {
      return folder.inspect() instanceof ProfileState.Absent
          ? looked(admissions.ask(intent.relay(), intent.pass()))
          : Problems.refused("already-registered");
    } finally {
      if (intent.pass() instanceof Pass.Login(_, var password)) {
        password.close();
      }
    }
  }

  /// See [Intent.SignIn].
  public Outcome signIn(Intent.SignIn intent) throws IOException {
    return folder.inspect() instanceof ProfileState.Absent
        ? looked(admissions.signIn(intent.relay(), intent.browser()))
        : Problems.refused("already-registered");
  }

  /// See [Intent.CancelSignIn]. Any thread, while another one waits.
  public void cancelSignIn() {
    admissions.cancelSignIn();
  }

  /// See [Intent.LookAtRelay].
  public Outcome look(String relay) {
    return admissions.look(relay);
  }

  /// See [Intent.StartLinking].
  public Outcome startLinking(Intent.StartLinking intent) throws IOException {
    if (!Names.isValid(intent.deviceName())) {
      return Problems.refused("device-name-invalid");
    }
    return folder.inspect() instanceof ProfileState.Absent
        ? joining.start(intent.relay(), intent.deviceName())
        : Problems.refused("already-registered");
  }

  /// Looks once whether another device has let this one join; whether anything has changed.
  public boolean lookForLink() {
    return joining.look();
  }

  /// Whether [#lookForLink] may still find something.
  public boolean isLinking() {
    return joining.isWaiting();
  }

  /// See [Intent.ResendCode].
  public Outcome resend() throws IOException {
    return admissions.resend();
  }

  /// See [Intent.ConfirmCode].
  public Outcome confirm(String code) throws IOException {
    return looked(admissions.confirm(code));
  }

  /// Whoever was let in may stand before a lock.
  private Outcome looked(Outcome outcome) {
    if (outcome instanceof Outcome.Done
        && admissions.pending() instanceof PendingRegistration.CodeConfirmed confirmed) {
      gate.look(confirmed);
    }
    return outcome;
  }

  /// See [Intent.GivePin].
  public Outcome give(SecretBytes pin) {
    try (pin) {
      return admissions.pending() instanceof PendingRegistration.CodeConfirmed confirmed
          ? gate.give(confirmed, pin)
          : Problems.refused("code-not-confirmed");
    }
  }

  /// Goes back to the beginning; a profile that was half made is put aside.
  public Outcome restart() throws IOException {
    joining.close();
    if (admissions.pending() instanceof PendingRegistration.CodeConfirmed) {
      leftOvers.putAside();
    }
    admissions.restart();
    gate.close();
    return new Outcome.Done();
  }

  /// Deletes the profile that was closed before, and all that the engine and its front ends kept
  /// beside it. False when another program uses it.
  public boolean wipe() throws IOException {
    boolean wiped = folder.wipe();
    if (wiped) {
      leftOvers.wipe();
      admissions.restart();
    }
    return wiped;
  }

  /// Makes profile, keys and account; goes on where an earlier run ended.
  public Passage create(String name, Protection protection) throws IOException {
    var accepted = joining.accepted();
    if (accepted != null) {
      return create(protection, profile -> arrival.join(profile, accepted));
    }
    return admissions.pending() instanceof PendingRegistration.CodeConfirmed confirmed
        ? create(protection, profile -> arrival.register(profile, confirmed, name))
        : Passage.refused("code-not-confirmed");
  }

  private Passage create(Protection protection, Then then) throws IOException {
    return switch (keys.take(protection)) {
      case Keys.Unusable(var code) -> Passage.refused(code);
      case Keys.Usable(var key) -> create(key, then);
    };
  }

  /// Opens the locked profile.
  public Passage unlock(Protection protection) throws IOException {
    return switch (keys.take(protection)) {
      case Keys.Unusable(var code) -> Passage.refused(code);
      case Keys.Usable(var key) -> entered(folder.open(key));
    };
  }

  /// Puts a snapshot back, under the protection of the attempt that found the damage.
  public Passage restore(String name) throws IOException {
    var damaged = damage;
    var key = keys.last();
    if (damaged == null || key == null) {
      return Passage.refused("not-locked");
    }
    for (var snapshot : damaged.waysBack()) {
      if (snapshot.name().equals(name)) {
        var result = folder.restore(snapshot, key);
        return result instanceof OpenResult.Damaged
            ? Passage.refused("snapshot-unusable")
            : entered(result);
      }
    }
    return Passage.refused("snapshot-unusable");
  }

  /// Forgets what it knows of passphrases.
  public void close() {
    keys.close();
    gate.close();
    joining.close();
  }

  /// What becomes of a profile that is there.
  private interface Then {
    Passage with(Profile profile) throws IOException;
  }

  private Passage create(org.juntos.store.keyslot.Protection key, Then then) throws IOException {
    return switch (folder.create(key)) {
      case CreateResult.Created(var profile) -> seen(then.with(profile));
      case CreateResult.InUse() -> Passage.refused("in-use");
      case CreateResult.KeyringSilent _ -> Passage.refused("keyring-unavailable");
      case CreateResult.Exists() -> {
        var result = folder.open(key);
        yield result instanceof OpenResult.Opened(var profile)
            ? seen(then.with(profile))
            : entered(result);
      }
    };
  }

  private Passage entered(OpenResult result) throws IOException {
    return switch (result) {
      case OpenResult.Opened(var profile) -> seen(arrival.goOn(profile));
      case OpenResult.Absent() -> Passage.refused("not-registered");
      case OpenResult.Wrong() -> Passage.refused("passphrase-wrong");
      case OpenResult.NoSuchSlot() -> Passage.refused("passphrase-wrong");
      case OpenResult.KeyringSilent _ -> Passage.refused("keyring-unavailable");
      case OpenResult.InUse() -> Passage.refused("in-use");
      case OpenResult.TooNew _ -> Passage.refused("too-new");
      case OpenResult.Damaged damaged -> {
        damage = damaged;
        yield Passage.refused("damaged");
      }
    };
  }

  /// Whoever is in needs no keys any more.
  private Passage seen(Passage passage) {
    if (passage instanceof Passage.Open) {
      damage = null;
      keys.close();
    }
    return passage;
  }

  private SessionView codeSent(PendingRegistration.CodeSent sent) {
    return new SessionView.CodeSent(
        sent.relay().text(),
        admissions.shownTarget(sent),
        sent.session().resendAt(),
        sent.session().expiresAt(),
        sent.session().triesLeft());
  }

  private static boolean hasKeyring(List<KeySlot> slots) {
    return slots.stream().anyMatch(slot -> slot.kind() == KeySlot.Kind.KEYRING);
  }
}
