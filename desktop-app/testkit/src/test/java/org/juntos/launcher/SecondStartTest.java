package org.juntos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.testkit.process.JavaCommand;

/// The desktop app in processes of its own.
final class SecondStartTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(process -> process.destroyForcibly().onExit().join());
  }

  private Process starts(String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("--profile", folder.resolve("p").toString()));
    arguments.addAll(List.of(more));
    var command = new ArrayList<>(JavaCommand.of(DesktopMain.class, arguments));
    command.addAll(1, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.add(1, "-Duser.home=" + folder);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.redirectOutput(folder.resolve("said" + started.size()).toFile());
    var process = builder.start();
    started.add(process);
    return process;
  }

  /// Of two, one ends well at once; returns the other.
  private static Process lasting(Process one, Process other) throws Exception {
    var ended = CompletableFuture.anyOf(one.onExit(), other.onExit());
    var visitor = (Process) ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertEquals(0, visitor.exitValue());
    return visitor.equals(one) ? other : one;
  }

  private void visits(String... more) throws Exception {
    var visitor = starts(more);
    assertTrue(visitor.waitFor(LIMIT), "it goes on");
    assertEquals(0, visitor.exitValue());
  }

  @Test
  void of_all_that_start_on_a_profile_one_goes_on_and_the_others_end_well() throws Exception {
    var first = lasting(starts(), starts());
    visits();
    visits("--tray");
    assertTrue(first.isAlive());
    first.destroyForcibly().onExit().join();
    var next = lasting(starts(), starts());
    visits();
    assertTrue(next.isAlive(), "what was killed is in nobody's way");
  }
}
