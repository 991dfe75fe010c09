package org.juntos.relay.otp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;

/// A code that was sent and not yet used up.
final class LiveCode {
  private final CodeSession session;
  private final Bytes numberHash;
  private final Bytes codeHash;
  private int triesLeft;
  private @Nullable SignedToken admission;

  LiveCode(CodeSession session, Bytes numberHash, Bytes codeHash) {
    this.session = session;
    this.numberHash = numberHash;
    this.codeHash = codeHash;
    this.triesLeft = session.triesLeft();
  }

  CodeSession session() {
    return session;
  }

  Bytes numberHash() {
    return numberHash;
  }

  boolean isOver(Instant now) {
    return triesLeft == 0 || !now.isBefore(session.expiresAt());
  }

  /// Uses up one try; whether the code was right.
  boolean attempt(Bytes hashOfCode) {
    boolean right = KeyedHash.same(codeHash, hashOfCode);
    if (!right) {
      triesLeft--;
    }
    return right;
  }

  int triesLeft() {
    return triesLeft;
  }

  /// The admission that the right code brought; null before.
  @Nullable SignedToken admission() {
    return admission;
  }

  void admitted(SignedToken token) {
    admission = token;
  }
}
