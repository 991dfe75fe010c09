package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills a program that writes, at an instant that comes from the seed, again and again on the same
/// profile, and looks for all that it said was written.
class KillTest {
  private static final int LIVES = 3;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_a_write_returned_for_is_there_after_the_kill(long seed)
      throws IOException, InterruptedException {
    var folder = temp.resolve("profile");
    var secret = temp.resolve("secret");
    var random = new Random(seed);
    var written = new ArrayList<Integer>();
    for (var life = 0; life < LIVES; life++) {
      var first = life * KilledWriter.ROUND;
      written.addAll(runAndKill(folder, secret, first, 1 + random.nextInt(400)));
      check(folder, secret, written, "seed " + seed + ", life " + life);
    }
  }

  /// Kills it when it has said `lines` numbers; it may well have written more by then.
  private static List<Integer> runAndKill(Path folder, Path secret, int first, int lines)
      throws IOException, InterruptedException {
    var process = start(folder, secret, first);
    var said = new ArrayList<Integer>();
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        said.add(Integer.parseInt(line));
        if (said.size() == 1) {
          assertEquals(new OpenResult.InUse(), KilledWriter.open(folder, secret));
        }
        if (said.size() == lines) {
          process.toHandle().destroyForcibly(); // leaves what it said readable
        }
      }
    }
    assertEquals(128 + 9, process.waitFor(), "killed, not ended by itself");
    assertTrue(said.size() >= lines);
    return said;
  }

  private static Process start(Path folder, Path secret, int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.toString(),
            secret.toString(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void check(Path folder, Path secret, List<Integer> written, String when)
      throws IOException {
    try (var profile = open(folder, secret, when)) {
      assertEquals(List.of(), profile.check(), when);
      profile
          .store()
          .read(txn -> {
            written.forEach(number -> assertWhole(txn, number, when));
            assertEquals(entries(txn).size(), txn.outbox().size(), when);
            return true;
          });
    }
  }

  private static Profile open(Path folder, Path secret, String when) throws IOException {
    var result = KilledWriter.open(folder, secret);
    return assertInstanceOf(OpenResult.Opened.class, result, when).profile();
  }

  private static void assertWhole(Transaction txn, int number, String when) {
    assertNotNull(txn.history().find(Fixture.message(number)), when + ": entry " + number);
    assertNotNull(txn.settings().get("written " + number), when + ": setting " + number);
  }

  private static List<org.juntos.store.history.Entry> entries(Transaction txn) {
    return txn.history().after(Fixture.WITH_BOB, 0, Integer.MAX_VALUE);
  }
}
