package org.juntos.relay.mailbox;

import java.util.List;
import org.juntos.wire.Bytes;

/// One message to many devices. What they have in common is kept once.
///
/// @param shared end of the ciphertext of each copy
/// @param copies whose own parts are of one length
public record FanOut(Bytes shared, List<Copy> copies) {
  /// @throws IllegalArgumentException when the copies are not alike
  public FanOut {
    copies = List.copyOf(copies);
    for (var copy : copies) {
      if (copy.own().ciphertext().size() != copies.getFirst().own().ciphertext().size()) {
        throw new IllegalArgumentException("copies of one message begin with the same length");
      }
    }
  }

  /// What one device gets.
  ///
  /// @param own its ciphertext without the shared end
  /// @param registrationId of the device that the sender knows: another one behind the same number
  ///   could not read it
  public record Copy(Envelope own, int registrationId) {}
}
