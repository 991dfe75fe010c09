package org.juntos.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayBenchTest extends PrintedBench {
  private static final String FIGURES =
      "\"messagesPerSecond\":[1-9][0-9.]*,\"p50Ms\":[0-9.]+,\"p99Ms\":[0-9.]+,\"maxMs\":[0-9.]+,"
          + "\"serverCpuMicrosPerMessage\":[0-9.]+,\"rssMb\":[1-9][0-9]*";
  private static final String RATIOS = "\\{\"throughput\":[0-9.]+,\"cpu\":[0-9.]+,\"p99\":[0-9.]+}";

  private static final String LINE =
      "\\{\"bench\":\"relay\","
          + FIGURES
          + ",\"floor\":\\{"
          + FIGURES
          + "},\"ratio\":"
          + RATIOS
          + ",\"rounds\":\\["
          + RATIOS
          + "(,"
          + RATIOS
          + ")?]}";

  @ParameterizedTest
  @ValueSource(strings = {"--rounds 2", "--rate 200 --idle 3", "--tls"})
  void ends_with_one_line_of_figures_of_both_servers(String more) {
    int code =
        run(new RelayBench(), ("--pairs 2 --seconds 1 --warm-up 0 " + more).strip().split(" "));

    assertEquals(0, code);
    var line = printed();
    assertTrue(line.matches(LINE), line);
  }

  @Test
  void one_message_to_all_is_measured_beside_one_to_each() {
    int code = run(new RelayBench(), "--fanout", "10", "--copies", "40");

    assertEquals(0, code);
    var line = printed();
    var cost = "\\{\"perSecond\":[0-9.]+,\"serverCpuMicrosEach\":[0-9.]+}";
    var size = "\\{\"fanOut\":" + cost + ",\"single\":" + cost + ",.*\"uploadBytesEach\":[0-9.]+}";
    assertTrue(
        line.matches("\\{\"bench\":\"relay fanout\",\"to8\":" + size + ",\"to10\":" + size + "}"),
        line);
  }

  @Test
  void refuses_a_load_that_cannot_be() {
    assertEquals(2, run(new RelayBench(), "--pairs", "0"));
    assertEquals(2, run(new RelayBench(), "--rate", "fast"));
    assertEquals(2, run(new RelayBench(), "--fanout", "1001"));
  }
}
