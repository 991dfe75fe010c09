package org.juntos.engine.profile;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Profile;
import org.juntos.store.Store;
import org.juntos.wire.ErrorCode;

/// The last step into a profile that is there: its account is registered, or joined, or was before.
/// Goes on where an earlier run ended. A profile that is not let in is closed.
///
/// @param accounts registers
/// @param linked joins
/// @param admissions what of a registration is under way
/// @param gate the lock that may be on the number or address
/// @param joining what of a link is under way
/// @param leftOvers where profiles go that never got an account
record Arrival(
    AccountMaking accounts,
    LinkedAccount linked,
    Admissions admissions,
    LockGate gate,
    Joining joining,
    LeftOvers leftOvers) {
  /// Whatever the profile has of an account by now.
  Passage goOn(Profile profile) throws IOException {
    if (profile.store().read(AccountMaking::isRegistered)) {
      admissions.restart();
      return new Passage.Open(profile);
    }
    if (profile.store().read(LinkedAccount::isBegun)) {
      return join(profile);
    }
    if (admissions.pending() instanceof PendingRegistration.Registered) {
      return settle(profile);
    }
    profile.close(); // it never had an account, and its registration is over
    leftOvers.putAside();
    return Passage.refused("not-registered");
  }

  /// Makes the profile a device of the account that another device has let it join.
  Passage join(Profile profile, Joining.Accepted accepted) throws IOException {
    linked.begin(profile.store(), accepted);
    return join(profile);
  }

  /// What the relay refuses is over: it is put aside.
  private Passage join(Profile profile) throws IOException {
    var passage =
        through(
            profile,
            () -> linked.register(profile.store()),
            () -> {
              joining.close();
              return settle(profile);
            });
    if (passage instanceof Passage.Shut(Outcome.Refused(var problem))
        && !problem.code().equals("offline")) {
      joining.close();
      leftOvers.putAside();
    }
    return passage;
  }

  /// Makes an account of whoever was let in.
  Passage register(Profile profile, PendingRegistration.CodeConfirmed confirmed, String name)
      throws IOException {
    return through(
        profile,
        () -> register(profile.store(), confirmed, name),
        () -> {
          admissions.registered(confirmed.relay());
          return settle(profile);
        });
  }

  private RelayResult<RelayResult.Done> register(
      Store store, PendingRegistration.CodeConfirmed confirmed, String name) throws IOException {
    var result = accounts.register(store, confirmed, name, gate);
    if (result instanceof RelayResult.Refused<RelayResult.Done> refused
        && refused.code() == ErrorCode.REGISTRATION_LOCKED) {
      gate.look(confirmed);
    }
    return result;
  }

  /// A step that may fail.
  private interface Step<T> {
    T take() throws IOException;
  }

  private static Passage through(
      Profile profile, Step<RelayResult<RelayResult.Done>> request, Step<Passage> then)
      throws IOException {
    var through = false;
    try {
      var result = request.take();
      through = result instanceof RelayResult.Ok;
      return switch (result) {
        case RelayResult.Ok<RelayResult.Done> _ -> then.take();
        case RelayResult.Refused<RelayResult.Done> refused ->
            new Passage.Shut(Problems.refused(refused));
      };
    } catch (IOException _) { // the relay may have it: the next try finds out
      return Passage.refused("offline");
    } finally {
      if (!through) {
        profile.close();
      }
    }
  }

  private Passage settle(Profile profile) throws IOException {
    profile
        .store()
        .write(txn -> {
          AccountMaking.markRegistered(txn);
          LinkedAccount.finish(txn);
          return true;
        });
    admissions.restart();
    gate.close();
    return new Passage.Open(profile);
  }
}
