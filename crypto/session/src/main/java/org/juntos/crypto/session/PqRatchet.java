package org.juntos.crypto.session;

import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;

/// Tells whether a message takes part in the post-quantum ratchet (SPQR).
///
/// libsignal starts every session with the ratchet but still agrees to go on without it when a
/// message carries no part of it, or a part of version 0; a part of a version that it does not know
/// it skips, and reads the message without the ratchet's key. None of that happens between two
/// honest clients of ours.
final class PqRatchet {
  private static final byte VERSION = 1;

  private PqRatchet() {}

  static boolean isIn(SignalMessage message) {
    var part = message.getPqRatchet();
    return part.length > 0 && part[0] == VERSION;
  }

  static boolean isIn(CiphertextMessage message) {
    return switch (message) {
      case PreKeySignalMessage first -> isIn(first.getWhisperMessage());
      case SignalMessage later -> isIn(later);
      default -> false;
    };
  }
}
