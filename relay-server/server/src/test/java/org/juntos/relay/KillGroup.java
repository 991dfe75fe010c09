package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.MultiSend;
import org.juntos.wire.proto.SendResult.Status;

/// A group of all clients over all lives of the relay: what one of them says goes to everybody.
final class KillGroup {
  private static final String TEXT = "to all";

  private final KillLedger ledger;
  private final List<DeviceAddress> members;
  private final byte[] token;

  /// @param devices of accounts on a relay that runs
  KillGroup(KillLedger ledger, List<TestDevice> devices) throws Exception {
    this.ledger = ledger;
    this.members = devices.stream().map(TestDevice::address).toList();
    var all = new TestMember[devices.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new TestMember(devices.get(i));
    }
    var group = new TestGroup(InstantSource.system());
    var others = Arrays.copyOfRange(all, 1, all.length);
    var made = group.answer(group.make(all[0], group.first(all[0], others)));
    this.token = group.token(made, all[0], all);
  }

  /// Says something to everybody.
  ///
  /// @throws IOException when the relay is gone
  void say(RunningRelay relay, WireClient client) throws IOException, InterruptedException {
    var id = AccountId.bytes(UUID.randomUUID()).toArray();
    var message = new MultiMessage();
    members.forEach(member -> message.to(member.account(), new MultiMessage.To(1, 77)));
    var send =
        MultiSend.newBuilder()
            .setId(ByteString.copyFrom(id))
            .setMessage(ByteString.copyFrom(message.with(TEXT)))
            .setEndorsement(ByteString.copyFrom(token));
    try (var stream = TestStream.anonymous(relay, client)) {
      stream.frame(ClientFrame.newBuilder().setMultiSend(send).build());
      if (!(stream.next() instanceof Event.Result(var result))) {
        throw new IOException("the relay is gone");
      }
      assertEquals(Status.ACCEPTED, result.getStatus());
    }
    for (var member : members) {
      ledger.accepted(member, of(id, member));
    }
  }

  private static ByteString of(byte[] id, DeviceAddress member) {
    var input =
        ByteBuffer.allocate(id.length + AccountId.BYTES + Integer.BYTES)
            .put(id)
            .put(member.account().bytes().buffer())
            .putInt(member.device());
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(input.array());
      return ByteString.copyFrom(hash, 0, AccountId.BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Whether this is what `member` gets of it.
  static boolean isText(ByteString ciphertext, DeviceAddress member) {
    var own = ByteString.copyFrom(new byte[] {0x22});
    return ciphertext.equals(
        own.concat(ByteString.copyFrom(MultiMessage.head(member.account())))
            .concat(ByteString.copyFrom(MultiMessage.shared(TEXT))));
  }
}
