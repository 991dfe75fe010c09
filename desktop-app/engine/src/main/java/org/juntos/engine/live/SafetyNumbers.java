package org.juntos.engine.live;

import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Computes what two people compare to know that nobody sits between them.
@FunctionalInterface
public interface SafetyNumbers {
  /// 60 digits in 12 groups of 5.
  String of(AccountId account, Bytes identityKey);
}
