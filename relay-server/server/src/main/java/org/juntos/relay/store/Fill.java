package org.juntos.relay.store;

/// How much a relay holds in all.
///
/// @param groups with members or without
/// @param envelopeBytes ciphertext that waits
/// @param fileBytes length of all files, finished or not
public record Fill(
    long accounts,
    long devices,
    long groups,
    long envelopes,
    long envelopeBytes,
    long files,
    long fileBytes) {
  /// Nothing.
  public static final Fill EMPTY = new Fill(0, 0, 0, 0, 0, 0, 0);
}
