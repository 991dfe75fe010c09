package org.juntos.relay.sealed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.MultiMessage;
import org.juntos.relay.MultiMessage.To;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.SealedSenderMultiRecipientMessage;
import org.signal.libsignal.protocol.ServiceId.Aci;

class MultiRecipientsTest {
  private static final AccountId ANA = new AccountId(UUID.randomUUID());
  private static final AccountId BEN = new AccountId(UUID.randomUUID());

  private static byte[] message() {
    return new MultiMessage()
        .to(ANA, new To(1, 77), new To(3, 16_383))
        .to(BEN, new To(1, 5))
        .with("hello all");
  }

  @Test
  void both_parts_together_are_what_libsignal_would_give_each_recipient() throws Exception {
    var message = message();
    var parsed = Objects.requireNonNull(MultiRecipients.parse(message));
    var theirs = SealedSenderMultiRecipientMessage.parse(message);
    assertEquals(2, parsed.recipients().size());
    for (var to : parsed.recipients()) {
      var expected =
          theirs.messageForRecipient(
              Objects.requireNonNull(theirs.getRecipients().get(new Aci(to.account().value()))));
      var head = to.head().toArray();
      assertArrayEquals(Arrays.copyOf(expected, head.length), head);
      assertEquals(
          Bytes.of(Arrays.copyOfRange(expected, head.length, expected.length)), parsed.shared());
    }
  }

  @Test
  void devices_come_with_the_registration_that_the_sender_knows() {
    var parsed = Objects.requireNonNull(MultiRecipients.parse(message()));
    var ana = parsed.recipients().stream().filter(to -> to.account().equals(ANA)).findFirst();
    assertEquals(
        List.of(new MultiRecipients.Device(1, 77), new MultiRecipients.Device(3, 16_383)),
        ana.orElseThrow().devices());
  }

  @Test
  void no_message_that_is_cut_or_changed_is_taken_for_another_kind() {
    var message = message();
    assertNotNull(MultiRecipients.parse(message));
    for (int size = 0; size < message.length - "hello all".length() - 32; size++) {
      assertNull(MultiRecipients.parse(Arrays.copyOf(message, size)), size + " bytes");
    }
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var changed = message.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      MultiRecipients.parse(changed); // whatever it is, there is an answer
    }
  }
}
