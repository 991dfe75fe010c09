package org.juntos.relay;

/// A part of a relay that can run as a process of its own.
public enum Role {
  /// Accounts, keys, envelopes and files.
  ACCOUNT,
  /// One-time codes.
  OTP
}
