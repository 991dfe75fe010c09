package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.sealed.KeyChecks;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Held;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.SignedHeld;

class HeldTest {
  @TempDir Path folder;

  @Test
  void an_account_is_told_all_that_is_held_on_it_under_the_root_of_the_relay() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      var ana = TestDevice.register(relay, "+4915112345678", 3);
      try (var stream = ana.stream()) {
        stream.send(1, UUID.randomUUID(), ana.address(), new byte[42]);
      }
      var answer = SignedHeld.parseFrom(ana.client().get(Paths.HELD, ana.token()).body());
      var info = RelayInfo.parseFrom(ana.client().get(Paths.RELAY, "").body());
      assertTrue(isSigned(answer, info));
      var held = Held.parseFrom(answer.getHeld());
      assertEquals(ana.registration().getAccountId(), held.getAccountId());
      assertEquals(1, rows(held, "device"));
      assertEquals(6, rows(held, "one_time_prekey"));
      assertEquals(1, rows(held, "envelope"));
      assertEquals(0, rows(held, "upload"));
    }
  }

  @Test
  void nobody_else_is_told_and_nobody_too_often() throws Exception {
    try (var relay = RunningRelay.in(folder, RelayLimits.standard(), InstantSource.system())) {
      var ana = TestDevice.register(relay, "+4915112345678");
      assertEquals(401, ana.client().get(Paths.HELD, "").status());
      int most = RelayLimits.standard().bundleHandOutsPerHour();
      for (int i = 0; i < most; i++) {
        assertEquals(200, ana.client().get(Paths.HELD, ana.token()).status());
      }
      var refused = ana.client().get(Paths.HELD, ana.token());
      assertTrue(refused.hasCode("rate-limited"), refused.text());
      assertTrue(Long.parseLong(refused.header("Retry-After")) > 0);
    }
  }

  private static boolean isSigned(SignedHeld answer, RelayInfo info) {
    var said = new ByteArrayOutputStream();
    said.writeBytes("juntos held v1".getBytes(StandardCharsets.US_ASCII));
    said.writeBytes(answer.getHeld().toByteArray());
    return new KeyChecks()
        .isSigned(
            Bytes.of(info.getSenderTrustRoot().toByteArray()),
            Bytes.of(said.toByteArray()),
            Bytes.of(answer.getSignature().toByteArray()));
  }

  private static int rows(Held held, String table) {
    return held.getTablesList().stream()
        .filter(one -> one.getName().equals(table))
        .findFirst()
        .orElseThrow()
        .getRowsCount();
  }
}
