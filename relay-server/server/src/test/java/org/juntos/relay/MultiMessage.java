package org.juntos.relay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.juntos.wire.AccountId;

/// Writes libsignal's sealed sender v2 message for many recipients, with keys that are made up: the
/// relay does not look into it.
public final class MultiMessage {
  private static final int VERSION = 0x23;
  private static final int MORE = 0x8000;
  private static final int HEAD_BYTES = 48;
  private static final int KEY_BYTES = 32;

  private final List<byte[]> recipients = new ArrayList<>();

  /// A device and the registration id that the sender knows.
  public record To(int device, int registrationId) {}

  /// Addresses devices of `account`.
  public MultiMessage to(AccountId account, To... devices) {
    var out = ByteBuffer.allocate(1 + AccountId.BYTES + 3 * devices.length + HEAD_BYTES);
    out.put((byte) 0).put(account.bytes().buffer());
    for (int i = 0; i < devices.length; i++) {
      int more = i + 1 < devices.length ? MORE : 0;
      out.put((byte) devices[i].device());
      out.putShort((short) (devices[i].registrationId() | more));
    }
    out.put(head(account));
    recipients.add(out.array());
    return this;
  }

  /// What an account gets in front of the shared part, the version aside.
  public static byte[] head(AccountId account) {
    var head = new byte[HEAD_BYTES];
    account.bytes().buffer().get(head, 0, AccountId.BYTES);
    return head;
  }

  /// What everybody gets.
  public static byte[] shared(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(KEY_BYTES + bytes.length).position(KEY_BYTES).put(bytes).array();
  }

  /// The whole, with `text` in the place of the ciphertext.
  public byte[] with(String text) {
    var out = new ByteArrayOutputStream();
    out.write(VERSION);
    int count = recipients.size();
    for (; count >= 0x80; count >>>= 7) {
      out.write((count & 0x7f) | 0x80);
    }
    out.write(count);
    recipients.forEach(out::writeBytes);
    out.writeBytes(shared(text));
    return out.toByteArray();
  }
}
