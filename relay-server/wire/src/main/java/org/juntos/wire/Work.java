package org.juntos.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Proof of work, like hashcash: the relay gives a challenge, the client looks for a number that
/// makes SHA-256(challenge, SHA-256 of the body, number in 8 bytes) begin with enough zero bits.
public final class Work {
  /// What a client does at most: seconds of one processor.
  public static final int MAX_BITS = 24;

  private static final int HEAD = 8;

  private final MessageDigest sha;
  private final ByteBuffer input;

  /// For one challenge and one body, on one thread.
  public Work(Bytes challenge, byte[] body) {
    this.sha = sha256();
    var digest = sha.digest(body);
    this.input = ByteBuffer.allocate(challenge.size() + digest.length + Long.BYTES);
    input.put(challenge.toArray()).put(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  /// With how many zero bits the hash of `number` begins, up to 64.
  public int bits(long number) {
    input.putLong(input.capacity() - Long.BYTES, number);
    var hash = sha.digest(input.array());
    return Long.numberOfLeadingZeros(ByteBuffer.wrap(hash, 0, HEAD).getLong());
  }
}
