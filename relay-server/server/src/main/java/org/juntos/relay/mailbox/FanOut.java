package org.juntos.relay.mailbox;

import java.util.List;
import org.juntos.wire.Bytes;

/// One message to many devices. What they have in common is kept once.
///
/// @param shared end of the ciphertext of each copy
public record FanOut(Bytes shared, List<Copy> copies) {
  public FanOut {
    copies = List.copyOf(copies);
  }

  /// What one device gets.
  ///
  /// @param own its ciphertext without the shared end
  /// @param registrationId of the device that the sender knows: another one behind the same number
  ///   could not read it
  public record Copy(Envelope own, int registrationId) {}
}
