package org.juntos.bench.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.juntos.bench.load.Account;
import org.juntos.wire.AccountId;

/// The form of libsignal's sealed sender v2 message for many recipients. What a member could open
/// it with is made up: nobody reads what the generator sends.
final class ManyMessage {
  private static final int VERSION = 0x23;
  private static final int KEY_MATERIAL_BYTES = 48;
  private static final int PUBLIC_KEY_BYTES = 32;
  private static final int TEXT_BYTES = 1_024;

  private ManyMessage() {}

  static byte[] to(List<Account> members, int registrationId) {
    var out = new ByteArrayOutputStream();
    out.write(VERSION);
    int count = members.size();
    for (; count >= 0x80; count >>>= 7) {
      out.write((count & 0x7f) | 0x80);
    }
    out.write(count);
    for (var member : members) {
      var to = ByteBuffer.allocate(1 + AccountId.BYTES + 3 + KEY_MATERIAL_BYTES);
      to.put((byte) 0).put(member.device().account().bytes().buffer());
      to.put((byte) member.device().device()).putShort((short) registrationId);
      out.writeBytes(to.array());
    }
    out.writeBytes(new byte[PUBLIC_KEY_BYTES + TEXT_BYTES]);
    return out.toByteArray();
  }
}
