package org.juntos.wire;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Names an account (ACI): a random UUID made on the device that registers. Says nothing of phone
/// number or name.
public record AccountId(UUID value) implements Comparable<AccountId> {
  /// Length of the wire form.
  public static final int BYTES = 16;

  /// Reads the 16-byte wire form.
  ///
  /// @throws IllegalArgumentException on any other length
  public static AccountId of(Bytes bytes) {
    return new AccountId(uuid(bytes));
  }

  /// Reads the text form that [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when it is not a UUID
  public static AccountId parse(String text) {
    return new AccountId(UUID.fromString(text));
  }

  /// The 16-byte, big-endian wire form.
  public Bytes bytes() {
    return bytes(value);
  }

  /// The 16-byte, big-endian form of any UUID of the contract.
  public static Bytes bytes(UUID id) {
    var buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Bytes.of(buffer.array());
  }

  /// Reads the 16-byte form of any UUID of the contract.
  ///
  /// @throws IllegalArgumentException on any other length
  public static UUID uuid(Bytes bytes) {
    if (bytes.size() != BYTES) {
      throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.size());
    }
    var buffer = bytes.buffer();
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /// Unsigned order of the wire form.
  @Override
  public int compareTo(AccountId other) {
    var high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
