package org.juntos.relay.otp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// A code that was sent and is not over.
///
/// @param subject keyed hash of the contact
/// @param codeHash keyed hash of the code
/// @param admittedAt when the right code came first; null before
public record LiveCode(
    CodeSession session,
    ContactKind kind,
    Bytes subject,
    Bytes codeHash,
    @Nullable Instant admittedAt) {
  boolean isOver(Instant now) {
    return session.triesLeft() == 0 || !now.isBefore(session.expiresAt());
  }

  boolean isCode(Bytes hashOfCode) {
    return KeyedHash.same(codeHash, hashOfCode);
  }

  LiveCode withOneTryLess() {
    var now = session;
    var next = new CodeSession(now.id(), now.expiresAt(), now.resendAt(), now.triesLeft() - 1);
    return new LiveCode(next, kind, subject, codeHash, admittedAt);
  }

  LiveCode admitted(Instant at) {
    return new LiveCode(session, kind, subject, codeHash, at);
  }
}
