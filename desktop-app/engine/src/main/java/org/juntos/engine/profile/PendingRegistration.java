package org.juntos.engine.profile;

import java.time.Instant;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.wire.Bytes;

/// A registration between its first step and its last. It outlives the process, so that asking for
/// a code and giving it may be two runs of a program.
sealed interface PendingRegistration {
  RelayAddress relay();

  /// A code is on its way.
  ///
  /// @param trustRoot what the relay said its sender certificates are signed with
  /// @param hint a little of the number or address, for display: the whole is not kept
  /// @param service who sent the code, and alone can check it
  record CodeSent(
      RelayAddress relay, Bytes trustRoot, String hint, RelayAddress service, CodeSession session)
      implements PendingRegistration {
    CodeSent withTriesLeft(int triesLeft) {
      return with(
          new CodeSession(session.session(), session.expiresAt(), session.resendAt(), triesLeft));
    }

    /// Another code may be asked for from `now` on.
    CodeSent replaceableAt(Instant now) {
      return with(
          new CodeSession(session.session(), session.expiresAt(), now, session.triesLeft()));
    }

    private CodeSent with(CodeSession next) {
      return new CodeSent(relay, trustRoot, hint, service, next);
    }
  }

  /// The relay is asked to let somebody in without a code; whose answer is lost asks again with the
  /// same claim.
  record Asking(RelayAddress relay, Bytes claim) implements PendingRegistration {}

  /// The relay lets them in.
  record CodeConfirmed(RelayAddress relay, Bytes trustRoot, Admission admission)
      implements PendingRegistration {}

  /// The relay has the account; the profile only has to note it.
  record Registered(RelayAddress relay, Instant at) implements PendingRegistration {}
}
