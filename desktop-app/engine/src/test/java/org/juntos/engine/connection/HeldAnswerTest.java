package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.Held;
import org.signal.libsignal.protocol.ecc.ECKeyPair;

class HeldAnswerTest {
  private final ECKeyPair root = ECKeyPair.generate();

  private SignedWord signed(ECKeyPair by, String label, Held held) {
    var message = held.toByteArray();
    var text = label.getBytes(StandardCharsets.US_ASCII);
    var said = new byte[text.length + message.length];
    System.arraycopy(text, 0, said, 0, text.length);
    System.arraycopy(message, 0, said, text.length, message.length);
    return new SignedWord(Bytes.of(message), Bytes.of(by.getPrivateKey().calculateSignature(said)));
  }

  private Bytes trusted() {
    return Bytes.of(root.getPublicKey().serialize());
  }

  private static Held held(int cells) {
    var row = Held.Row.newBuilder();
    for (int i = 0; i < cells; i++) {
      row.addCells(Held.Cell.newBuilder().setNumber(i));
    }
    return Held.newBuilder()
        .setAccountId(ByteString.copyFrom(new byte[16]))
        .setAtMs(7)
        .addTables(Held.Table.newBuilder().setName("new").addColumns("a").addRows(row))
        .build();
  }

  @Test
  void what_the_relay_signed_is_read_unknown_tables_too() {
    var answer =
        Objects.requireNonNull(
            HeldAnswer.verified(signed(root, "juntos held v1", held(1)), trusted()));
    assertEquals(List.of(Map.of("a", 0L)), answer.rows("new"));
    assertEquals(List.of(), answer.rows("other"));
  }

  @Test
  void another_signature_and_rows_that_do_not_fit_count_for_nothing() {
    var other = ECKeyPair.generate();
    assertNull(HeldAnswer.verified(signed(other, "juntos held v1", held(1)), trusted()));
    assertNull(HeldAnswer.verified(signed(root, "juntos relay list v1", held(1)), trusted()));
    assertNull(HeldAnswer.verified(signed(root, "juntos held v1", held(2)), trusted()));
    assertNull(HeldAnswer.verified(SignedWord.NONE, trusted()));
  }
}
