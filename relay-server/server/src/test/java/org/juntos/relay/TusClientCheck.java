package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client of tus 1.0 that others wrote, tus-js-client, on a real relay. Started by
/// `relay-server/server/src/test/tus/check`, which puts the client there.
class TusClientCheck {
  private static final Path SCRIPT = Path.of(System.getProperty("tus.client", "."), "upload.mjs");
  private static final int MIB = 1024 * 1024;

  @TempDir Path folder;
  private final byte[] content = new byte[24 * MIB + 7];
  private RunningRelay relay;
  private TestBlobs alice;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.in(folder);
    alice = new TestBlobs(TestDevice.register(relay, "+4915112345678"));
    new Random(3).nextBytes(content);
    Files.write(folder.resolve("file"), content);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private interface Watch {
    void line(String line) throws Exception;
  }

  /// What the client printed, line by line.
  private List<String> run(int exitCode, Map<String, String> more, Watch watch) throws Exception {
    var command = new ProcessBuilder("node", SCRIPT.toString()).redirectErrorStream(true);
    command.environment().put("RELAY", relay.url(""));
    command.environment().put("TOKEN", alice.device().token());
    command.environment().put("FILE", folder.resolve("file").toString());
    command.environment().put("RESUMES", folder.resolve("resumes.json").toString());
    command.environment().putAll(more);
    var process = command.start();
    var lines = new ArrayList<String>();
    try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        System.out.println(line);
        lines.add(line);
        watch.line(line);
      }
    }
    assertEquals(exitCode, process.waitFor(), lines.toString());
    return lines;
  }

  private void assertStored(List<String> lines) throws IOException {
    var at = lines.stream().filter(line -> line.startsWith("at ")).findFirst().orElseThrow();
    assertArrayEquals(content, alice.read(at.substring(3)).body().toByteArray());
  }

  @Test
  void an_upload_goes_through_at_once() throws Exception {
    var lines = run(0, Map.of(), _ -> {});
    assertTrue(lines.getFirst().startsWith("POST 201"), lines.toString());
    assertEquals("whole", lines.getLast());
    assertStored(lines);
  }

  @Test
  void a_client_that_dies_goes_on_where_it_was() throws Exception {
    var first = run(137, Map.of("STOP_AFTER", String.valueOf(9 * MIB)), _ -> {});
    assertEquals("stopped at " + 9 * MIB, first.getLast());
    var second = run(0, Map.of(), _ -> {});
    assertEquals("resumed", second.getFirst());
    assertTrue(second.get(1).startsWith("HEAD 200 " + 9 * MIB + " |"), second.toString());
    assertTrue(second.stream().noneMatch(line -> line.startsWith("POST")), second.toString());
    assertStored(first);
  }

  @Test
  void a_relay_that_is_started_again_in_the_middle_loses_nothing() throws Exception {
    var broken = new int[1];
    var lines =
        run(
            0,
            Map.of(),
            line -> {
              if (line.startsWith("PATCH 204 " + 8 * MIB + " ") && broken[0]++ == 0) {
                relay.restart();
              }
            });
    assertEquals(1, broken[0]);
    assertEquals(1, lines.stream().filter(line -> line.startsWith("POST")).count());
    assertStored(lines);
  }

  @Test
  void a_file_that_is_terminated_is_gone() throws Exception {
    var lines = run(0, Map.of("DELETE", "1"), _ -> {});
    assertTrue(lines.contains("DELETE 204  |  | 1.0.0"), lines.toString());
    assertEquals("deleted", lines.getLast());
    try (var files = Files.walk(folder.resolve("data/blobs"))) {
      assertEquals(0, files.filter(Files::isRegularFile).count());
    }
  }
}
