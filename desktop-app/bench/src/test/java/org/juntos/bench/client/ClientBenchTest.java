package org.juntos.bench.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClientBenchTest {
  private static final String FIGURES =
      "\"shownMs\":[1-9][0-9]*,\"cpuSeconds\":[0-9.]+,\"rssMb\":[1-9][0-9]*,\"heapMb\":[0-9]+";
  private static final String LINE =
      "\\{\"bench\":\"client\",\"start\":\\{\"messages\":300,"
          + FIGURES
          + ",\"askedMs\":[1-9][0-9]*,\"listedMs\":[1-9][0-9]*,"
          + "\"keySlot\":\"passphrase\",\"keyMs\":[1-9][0-9]*,\"first\":\\{"
          + FIGURES
          + "},\"floor\":\\{"
          + FIGURES
          + "},\"ratio\":\\{\"wall\":[0-9.]+,\"cpu\":[0-9.]+,\"rss\":[0-9.]+}},"
          + "\"drain\":\\{\"messages\":40,\"seconds\":[0-9.]+,\"cpuSeconds\":[0-9.]+,"
          + "\"cpuMicrosPerMessage\":[0-9.]+,\"messagesPerSecond\":[0-9]+,\"rssMb\":[1-9][0-9]*}}";

  private static final String GROUP =
      "\\{\"members\":%d,\"cpuMillis\":[0-9.]+,\"libsignalCpuMillis\":[0-9.]+,\"ratio\":[0-9.]+,"
          + "\"firstCpuMillis\":[1-9][0-9]*,\"bytesPerMember\":[1-9][0-9.]*}";

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void give_back_the_console() {
    System.setOut(console);
  }

  @Test
  void ends_with_one_line_of_figures_of_start_and_drain() {
    int code = bench("--messages", "300", "--runs", "1", "--queued", "40");

    assertEquals(0, code);
    var line = out.toString(StandardCharsets.UTF_8).strip();
    assertTrue(line.matches(LINE), line);
  }

  @Test
  void tells_what_messages_to_groups_cost() {
    int code = bench("--group", "9");

    assertEquals(0, code);
    var line = out.toString(StandardCharsets.UTF_8).strip();
    assertTrue(
        line.matches(
            "\\{\"bench\":\"client group\",\"groups\":\\["
                + GROUP.formatted(8)
                + ","
                + GROUP.formatted(9)
                + "]}"),
        line);
  }

  @Test
  void receives_all_kinds_of_messages_and_loses_none() {
    int code = bench("--mixed", "--messages", "60");

    assertEquals(0, code);
    var line = out.toString(StandardCharsets.UTF_8).strip();
    assertTrue(
        line.matches(
            "\\{\"bench\":\"client mixed\",\"mixed\":\\{\"messages\":60,\"mix\":\\{\"text\":27,"
                + "\"reply\":6,\"reaction\":6,\"edit\":3,\"deletion\":3,\"file\":3,\"group\":9,"
                + "\"receipt\":3},\"cpuMicrosPerMessage\":[0-9.]+,"
                + "\"libsignalCpuMicrosPerMessage\":[0-9.]+,\"ratio\":[0-9.]+,\"seconds\":[0-9.]+,"
                + "\"messagesPerSecond\":[0-9]+,\"rssMb\":[1-9][0-9]*}}"),
        line);
  }

  @Test
  void counts_of_a_search_are_those_of_reading_everything() {
    int code = bench("--search", "--messages", "9000");

    assertEquals(0, code);
    var line = out.toString(StandardCharsets.UTF_8).strip();
    assertTrue(line.contains("\"countsEqual\":true,\"found\":"), line);
    assertFalse(line.contains("\"found\":0}"), line);
  }

  @Test
  void refuses_what_cannot_be_measured() {
    assertEquals(2, bench("--messages", "0"));
    assertEquals(2, bench("--queued", "1000000"));
    assertEquals(2, bench("--runs", "many"));
    assertEquals(2, bench("--group", "1"));
    assertEquals(2, bench("--group", "1001"));
  }

  private int bench(String... arguments) {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    return ClientBench.command().execute(arguments);
  }
}
