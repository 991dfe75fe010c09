package org.juntos.relay.limit;

import org.juntos.wire.Work;

/// How much work a client has to do before a request that is dear and that anybody can make.
public sealed interface ProofOfWork {
  /// None.
  record Off() implements ProofOfWork {}

  /// Always so much.
  ///
  /// @param bits zero bits of the hash
  record Fixed(int bits) implements ProofOfWork {
    public Fixed {
      if (bits < 1 || bits > Work.MAX_BITS) {
        throw new IllegalArgumentException("clients do 1 to " + Work.MAX_BITS + " bits of work");
      }
    }
  }

  /// None at rest; the more, the more is asked for.
  record Auto() implements ProofOfWork {}
}
