package org.juntos.engine.connection;

import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;

/// A device that joins an account that is there.
///
/// @param leave of the relay, got by another device
/// @param deviceList names it and those that were there before
public record JoiningDevice(
    String leave, LocalDevice device, PublishedKeys keys, SignedList deviceList) {
  /// Names the device and nothing else.
  @Override
  public String toString() {
    return "JoiningDevice(" + device.address() + ")";
  }
}
