package org.juntos.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.juntos.bench.PrintedBench;

final class ScenariosTest extends PrintedBench {
  private static final String NUMBER = "[0-9.]+";
  private static final String COST =
      "\\{\"perSecond\":" + NUMBER + ",\"serverCpuMicrosEach\":" + NUMBER + "}";

  @Test
  void what_is_stored_for_devices_that_are_away_survives_a_kill() {
    var line = line(new OfflineBench(), "--pairs 2 --messages 200");
    var start = "{\"bench\":\"relay offline\",\"accepted\":200,\"lostByKill\":0,";

    assertTrue(line.startsWith(start), line);
    assertTrue(line.matches(".*\"stored\":" + COST + ",\"drained\":" + COST + ".*"), line);
  }

  @Test
  void queues_grow_step_by_step_and_drain() {
    var line = line(new QueueBench(), "--devices 4 --from 40 --queued 400 --seconds 1");

    assertTrue(line.matches(".*\"queuedTo40\":" + COST + ",\"queuedTo400\":" + COST + ".*"), line);
    assertTrue(line.matches(".*\"drained\":" + COST + ",\"drainedToTalk\":.*"), line);
  }

  @Test
  void idle_sockets_have_a_price() {
    var line = line(new IdleBench(), "--sockets 5 --seconds 1");

    assertTrue(line.startsWith("{\"bench\":\"relay idle\",\"sockets\":5,\"heapKbEach\":"), line);
  }

  @Test
  void everybody_comes_back() {
    var line = line(new StormBench(), "--clients 5 --rate 50");

    assertTrue(line.matches("\\{\"bench\":\"relay storm\",\"clients\":5,.*\"allBackMs\":\\d+,.*"));
  }

  @Test
  void a_start_is_measured() {
    var line = line(new StartBench(), "--runs 1 --rest 0");

    assertTrue(
        line.matches("\\{\"bench\":\"relay start\",\"withoutCache\":\\{\"seconds\":.*"), line);
  }

  @Test
  void what_cannot_be_is_refused() {
    assertEquals(2, run(new OfflineBench(), "--pairs", "0"));
    assertEquals(2, run(new QueueBench(), "--devices", "51"));
    assertEquals(2, run(new IdleBench(), "--sockets", "0"));
    assertEquals(2, run(new StormBench(), "--rate", "0"));
    assertEquals(2, run(new StartBench(), "--runs", "0"));
  }

  private String line(Callable<Integer> bench, String arguments) {
    assertEquals(0, run(bench, arguments.split(" ")));
    return printed();
  }
}
