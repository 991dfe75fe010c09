package org.juntos.content;

import java.time.Instant;
import java.util.Map;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Somebody as the devices of an account tell each other of them.
///
/// @param identityKey the key that is known here, of high order
/// @param relay empty when it is that of the account
/// @param changedAt when the person decided this, by the clock of the device that they used
/// @param counted the highest number that came from each of their devices
/// @param listRevision of the newest list of their devices that is known to be signed; 0 for none
/// @param listed registration ids of the devices on that list
/// @param profileKey what lets the account in at them; none while it is not known
/// @param keyAt when they wrote it
public record Person(
    AccountId account,
    String name,
    Standing standing,
    Bytes identityKey,
    boolean verified,
    String relay,
    Instant since,
    Instant changedAt,
    Map<Integer, Long> counted,
    int listRevision,
    Map<Integer, Integer> listed,
    ProfileKey profileKey,
    Instant keyAt) {
  public Person {
    name = WellFormed.name(name);
    relay = WellFormed.relay(relay);
    since = WellFormed.time(since);
    changedAt = WellFormed.time(changedAt);
    counted = Map.copyOf(counted);
    listed = Map.copyOf(listed);
    keyAt = WellFormed.time(keyAt);
    if (!PublicKeys.isSound(identityKey)) {
      throw new IllegalArgumentException("the identity key is not sound");
    }
  }

  /// How many bytes this takes in a content.
  public int bytes() {
    return LinkingWriter.person(this).getSerializedSize();
  }

  /// How the account stands to them.
  public enum Standing {
    REQUESTED,
    ASKING,
    ACCEPTED,
    BLOCKED,
    REFUSED,
    REMOVED
  }
}
