package org.juntos.ui.platform.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final Message CALL =
      Message.call(
          7,
          DbusNotifier.SERVER,
          "Notify",
          "susssasa{sv}i",
          "Juntos",
          4_000_000_000L,
          "",
          "Ανα",
          "hello\nthere",
          List.of("default", "Open"),
          Map.of("flag", Variant.of(true)),
          -1);

  private static Message read(byte[] bytes) {
    return Message.decoded(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  @Test
  void a_message_comes_back_as_it_was_written() {
    assertEquals(CALL, read(CALL.encoded()));
    var answer = CALL.answer(8, "as", List.of("a", ""));
    assertEquals(answer.body(), read(answer.encoded()).body());
    assertEquals(7, answer.replyTo());
  }

  @Test
  void what_is_cut_off_or_changed_is_refused_and_does_no_harm() {
    var whole = CALL.encoded();
    var random = new Random(1);
    for (int size = 0; size < whole.length; size++) {
      assertTrue(isRefused(Arrays.copyOf(whole, size)), size + " bytes");
    }
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      refused += isRefused(changed) ? 1 : 0;
    }
    assertTrue(refused > 1_000, "only " + refused);
    assertThrows(IllegalArgumentException.class, () -> Signature.types("a{s"));
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      read(bytes);
      return false;
    } catch (IllegalArgumentException | BufferUnderflowException _) {
      return true;
    }
  }

  @Test
  void what_lies_in_itself_too_deep_is_refused() {
    Object deep = "end";
    var type = "s";
    for (int depth = 0; depth < 100; depth++) {
      deep = new Variant(type, deep);
      type = "v";
    }
    var message = Message.signal(1, DbusNotifier.SERVER, "Deep", "v", deep);
    assertTrue(isRefused(message.encoded()));
  }

  @Test
  void the_session_says_where_its_bus_is() {
    assertEquals(
        Path.of("/run/user/1000/bus"),
        BusAddress.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus,guid=1")));
    assertEquals(
        Path.of("/tmp/a b"),
        BusAddress.of(
            Map.of("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost;unix:path=/tmp/a%20b")));
    assertEquals(Path.of("/run/me/bus"), BusAddress.of(Map.of("XDG_RUNTIME_DIR", "/run/me")));
    assertNull(BusAddress.of(Map.of()));
  }
}
