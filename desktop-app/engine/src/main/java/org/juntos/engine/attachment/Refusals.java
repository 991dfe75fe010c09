package org.juntos.engine.attachment;

import org.juntos.engine.connection.RelayResult;

/// What a refusal of the relay means for a transfer.
final class Refusals {
  private Refusals() {}

  /// @param tooLarge code for a file that the relay does not take
  static TransferStep step(RelayResult.Refused<?> refused, String tooLarge) {
    return switch (refused.code()) {
      case TOO_LARGE -> new TransferStep.Failed(tooLarge);
      case NOT_FOUND -> new TransferStep.Failed("attachment-gone");
      case RATE_LIMITED, UNAVAILABLE, INTERNAL, UNAUTHORIZED, CONFLICT ->
          new TransferStep.Again(refused.retryAfter());
      default -> new TransferStep.Failed("refused");
    };
  }
}
