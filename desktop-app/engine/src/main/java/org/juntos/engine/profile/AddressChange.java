package org.juntos.engine.profile;

import java.io.IOException;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.Pin;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.LockState;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.wire.ErrorCode;

/// Another number or e-mail address for an account that there is: the steps of a registration up to
/// the relay's leave, and then a move in place of a new account. What is under way outlives the
/// process. One step at a time.
public final class AddressChange {
  private final Self self;
  private final RelayApi relay;
  private final Admissions admissions;

  /// @throws IOException when what is under way cannot be read
  public AddressChange(
      Self self,
      Store store,
      RelayLinks links,
      RelayApi relay,
      InstantSource clock,
      RandomGenerator random)
      throws IOException {
    this.self = self;
    this.relay = relay;
    this.admissions = new Admissions(links, new PendingSetting(store), clock, random);
  }

  /// See [org.juntos.engine.intent.Intent.ChangeAddress].
  public synchronized Outcome start(CodeTarget target) {
    try {
      return admissions.start(self.relay().text(), target);
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  /// See [org.juntos.engine.intent.Intent.ConfirmAddress].
  public synchronized Outcome confirm(String code) {
    if (admissions.pending() == null) {
      return Problems.refused("no-change");
    }
    try {
      var outcome = admissions.confirm(code);
      return outcome instanceof Outcome.Done ? move(null) : outcome;
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  /// See [org.juntos.engine.intent.Intent.OpenAddress].
  public synchronized Outcome open(SecretBytes typed) {
    try (typed;
        var pin = Pin.parse(typed)) {
      return pin == null ? Problems.refused("pin-invalid") : move(pin);
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  /// What a code was sent to, a little of it; empty when nothing is under way.
  public synchronized String sentTo() {
    return admissions.pending() instanceof PendingRegistration.CodeSent sent
        ? admissions.shownTarget(sent)
        : "";
  }

  /// Whether the relay has let it in already, and only the move is left.
  public synchronized boolean isAdmitted() {
    return admissions.pending() instanceof PendingRegistration.CodeConfirmed;
  }

  private Outcome move(@Nullable Pin pin) throws IOException {
    if (!(admissions.pending() instanceof PendingRegistration.CodeConfirmed confirmed)) {
      return Problems.refused("no-change");
    }
    return pin == null ? finish(move(confirmed.admission(), null)) : opened(confirmed, pin);
  }

  private Outcome opened(PendingRegistration.CodeConfirmed confirmed, Pin pin) throws IOException {
    var admission = confirmed.admission();
    return switch (LockGate.of(relay, admission)) {
      case RelayResult.Refused<LockState> refused -> Problems.refused(refused);
      case RelayResult.Ok<LockState>(LockState lock) -> {
        try (var proof = pin.proof(lock.salt(), confirmed.trustRoot())) {
          var tried = relay.account().tryLock(admission, proof);
          yield tried instanceof RelayResult.Ok<LockState>(LockState now) && now.shut()
              ? LockGate.wrong(now)
              : finish(move(admission, proof));
        }
      }
    };
  }

  private RelayResult<Done> move(Admission admission, @Nullable SecretBytes proof)
      throws IOException {
    return relay.account().move(admission, proof);
  }

  private Outcome finish(RelayResult<Done> result) throws IOException {
    return switch (result) {
      case RelayResult.Ok<Done> _ -> {
        admissions.restart();
        yield new Outcome.Done();
      }
      case RelayResult.Refused<Done> refused -> {
        if (refused.code() == ErrorCode.ADMISSION_INVALID) {
          admissions.restart();
        }
        yield Problems.refused(refused);
      }
    };
  }
}
