package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.proto.SendResult.Status;

class StreamTest {
  @TempDir Path folder;
  private RunningRelay relay;

  @BeforeEach
  void start() throws RelayStartException {
    relay = RunningRelay.in(folder);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void a_message_reaches_a_connected_device_and_leaves_the_relay_when_it_is_acknowledged()
      throws Exception {
    var alice = TestDevice.register(relay, "+4915112345678");
    var bob = TestDevice.register(relay, "+4915112345679");
    try (var fromAlice = alice.stream();
        var toBob = bob.stream()) {
      assertEquals(List.of(), toBob.drain());
      var text = "hello".getBytes(StandardCharsets.UTF_8);
      var result = fromAlice.send(7, UUID.randomUUID(), bob.address(), text);
      assertEquals(Status.ACCEPTED, result.getStatus());
      assertEquals(7, result.getRequestId());
      var delivery = toBob.delivery();
      assertArrayEquals(text, delivery.getCiphertext().toByteArray());
      toBob.acknowledge(List.of(delivery));
    }
    relay.restart();
    try (var again = bob.stream()) {
      assertEquals(List.of(), again.drain());
    }
  }
}
