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
  /// @param phoneHint the end of the number, for display: the number itself is not kept
  record CodeSent(RelayAddress relay, Bytes trustRoot, String phoneHint, CodeSession session)
      implements PendingRegistration {
    CodeSent withTriesLeft(int triesLeft) {
      var same = session;
      return new CodeSent(
          relay,
          trustRoot,
          phoneHint,
          new CodeSession(same.session(), same.expiresAt(), same.resendAt(), triesLeft));
    }
  }

  /// The code was right.
  record CodeConfirmed(RelayAddress relay, Bytes trustRoot, Admission admission)
      implements PendingRegistration {}

  /// The relay has the account; the profile only has to note it.
  record Registered(RelayAddress relay, Instant at) implements PendingRegistration {}
}
