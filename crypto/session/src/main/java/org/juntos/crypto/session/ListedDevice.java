package org.juntos.crypto.session;

/// One entry of an account's device list.
///
/// @param registrationId of the device that has the id now
public record ListedDevice(int device, int registrationId) {}
