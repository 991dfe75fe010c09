package org.juntos.crypto.session;

import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKeyPair;

/// This device with its private identity key.
///
/// @param keys held by libsignal, outside the Java heap
record OwnIdentity(LocalDevice device, IdentityKeyPair keys) {
  DeviceAddress address() {
    return device.address();
  }

  byte[] sign(byte[] message) {
    return keys.getPrivateKey().calculateSignature(message);
  }

  @Override
  public String toString() {
    return "OwnIdentity(" + device.address() + ")";
  }
}
