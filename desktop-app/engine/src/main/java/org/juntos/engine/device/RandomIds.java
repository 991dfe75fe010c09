package org.juntos.engine.device;

import java.security.SecureRandom;
import java.util.UUID;

/// Random ids: accounts, messages, envelopes.
public final class RandomIds {
  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private RandomIds() {}

  /// A random UUID (version 4) from `random`.
  public static UUID next(SecureRandom random) {
    long high = (random.nextLong() & VERSION_MASK) | 0x4000L;
    long low = (random.nextLong() & VARIANT_MASK) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
