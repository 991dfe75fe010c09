package org.juntos.engine.profile;

import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.Pin;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.LockProofs;
import org.juntos.engine.connection.LockState;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.AccountId;

/// The lock of the account that has the number or address which somebody registers again. The PIN
/// stays in memory, from when it was given until the account is made.
final class LockGate {
  private final RelayLinks links;
  private final InstantSource clock;
  private LockState state = LockState.NONE;
  private @Nullable Pin pin;

  LockGate(RelayLinks links, InstantSource clock) {
    this.links = links;
    this.clock = clock;
  }

  /// Asks the relay. Whoever does not learn it here meets the lock when the account is made.
  void look(PendingRegistration.CodeConfirmed confirmed) {
    close();
    var api = api(confirmed);
    if (Reached.of(() -> api.account().tryLock(confirmed.admission(), null))
        instanceof Reached.Yes<LockState>(RelayResult.Ok<LockState>(LockState found))) {
      state = found;
    }
  }

  private RelayApi api(PendingRegistration.CodeConfirmed confirmed) {
    return links.api(confirmed.relay(), null);
  }

  boolean isShut() {
    return state.shut();
  }

  SessionView view(PendingRegistration.CodeConfirmed confirmed) {
    var until = clock.instant().plus(state.heldFor());
    return new SessionView.PinNeeded(confirmed.relay().text(), state.triesLeft(), until);
  }

  /// Tries a PIN.
  Outcome give(PendingRegistration.CodeConfirmed confirmed, SecretBytes typed) {
    var given = Pin.parse(typed);
    if (given == null) {
      return Problems.refused("pin-invalid");
    }
    if (!state.shut()) {
      look(confirmed); // the program was started anew since
    }
    var tried = attempt(confirmed, given);
    if (tried instanceof Outcome.Done) {
      pin = given;
    } else {
      given.close();
    }
    return tried;
  }

  private Outcome attempt(PendingRegistration.CodeConfirmed confirmed, Pin given) {
    var api = api(confirmed);
    try (var proof = given.proof(state.salt(), confirmed.trustRoot())) {
      return switch (Reached.of(() -> api.account().tryLock(confirmed.admission(), proof))) {
        case Reached.Not<LockState>(var problem) -> new Outcome.Refused(problem);
        case Reached.Yes<LockState>(RelayResult.Refused<LockState> refused) ->
            Problems.refused(refused);
        case Reached.Yes<LockState>(RelayResult.Ok<LockState>(LockState now)) -> {
          state = now;
          yield now.shut() ? wrong(now) : new Outcome.Done();
        }
      };
    }
  }

  /// Why a lock stays shut.
  static Outcome wrong(LockState now) {
    return Problems.refused(now.triesLeft() == 0 ? "pin-tries-over" : "pin-wrong");
  }

  /// What the PIN that was given makes for a new account; null when none was. The caller closes it.
  @Nullable LockProofs proofs(PendingRegistration.CodeConfirmed confirmed, AccountId account) {
    var given = pin;
    return given == null
        ? null
        : new LockProofs(
            given.proof(state.salt(), confirmed.trustRoot()),
            given.proof(Pin.salt(account), confirmed.trustRoot()));
  }

  /// Asks for the lock of an admission with which a running account moves.
  static RelayResult<LockState> of(RelayApi relay, Admission admission) throws IOException {
    return relay.account().tryLock(admission, null);
  }

  /// Forgets what it knows.
  void close() {
    state = LockState.NONE;
    var given = pin;
    if (given != null) {
      given.close();
      pin = null;
    }
  }
}
