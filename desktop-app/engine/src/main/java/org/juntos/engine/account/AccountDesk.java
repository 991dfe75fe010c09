package org.juntos.engine.account;

import java.io.IOException;
import java.security.SecureRandom;
import org.juntos.crypto.name.UserName;
import org.juntos.crypto.secret.Pin;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.LockState;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.AddressChange;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Locks the account with a PIN and gives it a user name. What the relay has done is noted here, so
/// that what it holds can be compared.
public record AccountDesk(
    Self self, Store store, RelayApi relay, AddressChange change, SecureRandom random) {
  /// See [org.juntos.engine.intent.Intent.LookAtAccount].
  public Outcome look() {
    return Problems.answered(() ->
        switch (relay.account().lock()) {
          case RelayResult.Refused<LockState> refused -> Problems.refused(refused);
          case RelayResult.Ok<LockState>(LockState lock) -> new Outcome.Account(view(lock));
        });
  }

  private AccountView view(LockState lock) {
    var wrong = lock.locked() ? Math.max(0, WireLimits.LOCK_TRIES - lock.triesLeft()) : 0;
    return new AccountView(
        store.read(ProfileSettings::userName),
        lock.locked(),
        lock.triesLeft(),
        wrong,
        change.sentTo(),
        change.isAdmitted());
  }

  /// See [org.juntos.engine.intent.Intent.SetPin].
  public Outcome lock(SecretBytes typed) {
    try (typed;
        var pin = Pin.parse(typed)) {
      if (pin == null) {
        return Problems.refused("pin-invalid");
      }
      try (var proof = pin.proof(Pin.salt(self.account()), self.trustRoot())) {
        return Problems.answered(() -> noted(relay.account().setLock(proof), true));
      }
    }
  }

  /// See [org.juntos.engine.intent.Intent.ClearPin].
  public Outcome unlock() {
    return Problems.answered(() -> noted(relay.account().clearLock(), false));
  }

  private Outcome noted(RelayResult<?> result, boolean locked) {
    return switch (result) {
      case RelayResult.Refused<?> refused -> Problems.refused(refused);
      case RelayResult.Ok<?> _ -> {
        store.write(txn -> {
          ProfileSettings.setLocked(txn, locked);
          return true;
        });
        yield new Outcome.Done();
      }
    };
  }

  /// See [org.juntos.engine.intent.Intent.ChooseUserName].
  public Outcome choose(String wanted) {
    var whole = UserName.parse(wanted);
    if (whole != null) {
      return Problems.answered(() -> take(whole));
    }
    var candidates = UserName.candidates(wanted);
    if (candidates.isEmpty()) {
      return Problems.refused("user-name-invalid");
    }
    return Problems.answered(() -> {
      var outcome = Problems.refused("user-name-taken");
      for (var candidate : candidates) {
        outcome = take(candidate);
        if (!isTaken(outcome)) {
          break;
        }
      }
      return outcome;
    });
  }

  private static boolean isTaken(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var problem)
        && problem.code().equals(ErrorCode.USER_NAME_TAKEN.text());
  }

  private Outcome take(UserName name) throws IOException {
    return switch (relay.account().takeName(name.hash(), name.proof(random))) {
      case RelayResult.Refused<Done> refused -> Problems.refused(refused);
      case RelayResult.Ok<Done> _ -> {
        note(name.text());
        yield new Outcome.Named(name.text());
      }
    };
  }

  /// See [org.juntos.engine.intent.Intent.DropUserName].
  public Outcome drop() {
    return Problems.answered(() ->
        switch (relay.account().dropName()) {
          case RelayResult.Refused<Done> refused -> Problems.refused(refused);
          case RelayResult.Ok<Done> _ -> {
            note("");
            yield new Outcome.Done();
          }
        });
  }

  private void note(String userName) {
    store.write(txn -> {
      ProfileSettings.setUserName(txn, userName);
      return true;
    });
  }

  /// Deletes the account at the relay. One that is gone already is as good.
  public Outcome delete() {
    return Problems.answered(() ->
        switch (relay.deleteAccount()) {
          case RelayResult.Ok<Done> _ -> new Outcome.Done();
          case RelayResult.Refused<Done> refused ->
              refused.code() == ErrorCode.UNAUTHORIZED
                  ? new Outcome.Done()
                  : Problems.refused(refused);
        });
  }
}
