package org.juntos.crypto.record;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.juntos.wire.Bytes;

/// A device list whose signature was verified. It is remembered so that an older one, or another of
/// the same revision, is recognised as no word of the account.
///
/// @param identityKey which signed it; a new key begins with new revisions
/// @param revision from 1
/// @param devices registration id by device id
public record VerifiedList(
    Bytes identityKey, int revision, NavigableMap<Integer, Integer> devices) {
  public VerifiedList {
    devices = Collections.unmodifiableNavigableMap(new TreeMap<>(devices));
  }
}
