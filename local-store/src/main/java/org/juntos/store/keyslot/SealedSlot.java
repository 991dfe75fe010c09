package org.juntos.store.keyslot;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.juntos.wire.Bytes;

/// A slot as it is in the file.
///
/// @param cost of deriving its key; none for a keyring
record SealedSlot(KeySlot slot, Bytes salt, Cost cost, Bytes nonce, Bytes wrapped) {
  private static final int MOST_MEMORY_KIB = 1024 * 1024;
  private static final int MOST_ROUNDS = 64;

  SealedSlot {
    if (nonce.size() != Wrapping.NONCE_BYTES) {
      throw new IllegalArgumentException("a nonce has 12 bytes");
    }
    if (slot.kind() == KeySlot.Kind.PASSPHRASE && cost.equals(Cost.NONE)) {
      throw new IllegalArgumentException("a passphrase needs a cost");
    }
  }

  /// What the wrapping binds: nothing of it can be changed or carried over to another slot.
  static Bytes associatedData(UUID profile, KeySlot slot, Bytes salt, Cost cost) {
    var text =
        String.join(
            "\n",
            "juntos key slot 1",
            profile.toString(),
            slot.id().toString(),
            slot.kind().name(),
            slot.created().toString(),
            cost.memoryKib() + "," + cost.iterations() + "," + cost.parallelism(),
            salt.hex());
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Argon2id's parameters. Bounded: a file from somebody else must not take all memory.
  record Cost(int memoryKib, int iterations, int parallelism) {
    static final Cost NONE = new Cost(0, 0, 0);
    static final Cost PASSPHRASE = new Cost(64 * 1024, 3, 1);

    Cost {
      var none = memoryKib == 0 && iterations == 0 && parallelism == 0;
      var some =
          memoryKib >= 8 * parallelism
              && memoryKib <= MOST_MEMORY_KIB
              && iterations >= 1
              && iterations <= MOST_ROUNDS
              && parallelism >= 1
              && parallelism <= MOST_ROUNDS;
      if (!none && !some) {
        throw new IllegalArgumentException("cost out of range");
      }
    }
  }
}
