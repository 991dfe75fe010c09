package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.SendResult.Status;

class KillTest {
  private static final int ROUNDS = 4;
  private static final int SENDS = 400;

  @TempDir Path folder;

  @Test
  void whatever_was_accepted_before_a_kill_is_delivered_after_it() throws Exception {
    long seed = 20;
    var random = new Random(seed);
    var codes = folder.resolve("codes.jsonl");
    TestDevice alice;
    TestDevice bob;
    int port;
    try (var process = RelayProcess.start(folder, 0)) {
      var relay = RunningRelay.elsewhere(process.address(), codes);
      alice = TestDevice.register(relay, "+4915112345678");
      bob = TestDevice.register(relay, "+4915112345679");
      port = process.port();
    }
    var accepted = new ArrayList<String>();
    var ids = new HashMap<Long, String>();
    for (int round = 0; round < ROUNDS; round++) {
      try (var process = RelayProcess.start(folder, port)) {
        var relay = RunningRelay.elsewhere(process.address(), codes);
        send(alice.on(relay), bob, round, random.nextInt(SENDS), accepted, ids, process);
      }
    }
    assertTrue(accepted.size() > ROUNDS, "too little was accepted: " + accepted.size());
    try (var process = RelayProcess.start(folder, port)) {
      var relay = RunningRelay.elsewhere(process.address(), codes);
      assertDelivered(bob.on(relay), accepted, seed);
    }
  }

  /// Pipelines sends and kills the relay after so many answers.
  private static void send(
      TestDevice alice,
      TestDevice bob,
      int round,
      int killAfter,
      List<String> accepted,
      Map<Long, String> ids,
      RelayProcess process)
      throws Exception {
    try (var stream = alice.stream()) {
      for (long i = 0; i < SENDS; i++) {
        long request = round * (long) SENDS + i;
        var text = "message " + request;
        ids.put(request, text);
        stream.frame(
            ClientFrame.newBuilder()
                .setSend(
                    TestStream.message(
                        request,
                        UUID.randomUUID(),
                        bob.address(),
                        text.getBytes(StandardCharsets.UTF_8)))
                .build());
      }
      for (int answers = 0; ; answers++) {
        if (answers == killAfter) {
          process.kill();
        }
        var event = stream.next(Event.class);
        if (event instanceof Event.Failed || event instanceof Event.Closed) {
          return;
        }
        if (event instanceof Event.Result(var result)) {
          assertEquals(Status.ACCEPTED, result.getStatus());
          accepted.add(ids.getOrDefault(result.getRequestId(), "?"));
        }
      }
    }
  }

  private static void assertDelivered(TestDevice bob, List<String> accepted, long seed)
      throws Exception {
    try (var stream = bob.stream()) {
      var texts = new ArrayList<String>();
      for (var delivery : stream.drain()) {
        texts.add(delivery.getCiphertext().toStringUtf8());
      }
      assertEquals(texts.stream().distinct().count(), texts.size(), "twice, seed " + seed);
      var wanted = List.copyOf(accepted);
      assertTrue(texts.containsAll(wanted), "lost, seed " + seed);
      texts.retainAll(wanted);
      assertEquals(wanted, texts, "order, seed " + seed);
    }
  }
}
