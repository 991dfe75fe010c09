package org.juntos.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Names a conversation, alike for everyone in it.
public record ConversationId(UUID value) {
  private static final byte[] LABEL =
      "juntos conversation of two v1".getBytes(StandardCharsets.UTF_8);

  /// The one conversation of two accounts, in either order; of an account with itself: the note to
  /// self.
  public static ConversationId ofTwo(AccountId one, AccountId other) {
    var first = one.compareTo(other) <= 0 ? one : other;
    var second = first.equals(one) ? other : one;
    var digest = sha256();
    digest.update(LABEL);
    digest.update(first.bytes().buffer());
    var hash = Bytes.of(digest.digest(second.bytes().toArray()));
    var buffer = hash.buffer();
    return new ConversationId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  /// The conversation of a group.
  ///
  /// @param group its id, 32 bytes
  public static ConversationId ofGroup(Bytes group) {
    var hash = ByteBuffer.wrap(sha256().digest(group.toArray()));
    return new ConversationId(new UUID(hash.getLong(), hash.getLong()));
  }

  /// Reads the text form that [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when it is not a UUID
  public static ConversationId parse(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
