package org.juntos.media.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.media.process.ChildCommand.Limits;

final class ChildCommandTest {
  @TempDir private Path folder;

  @Test
  void a_child_sees_only_the_environment_it_is_given() throws Exception {
    var command = List.of("/usr/bin/env");
    var said = output(command, new Limits(0, -1, 0), Map.of("ONLY", "this"));
    var names = said.lines().map(line -> line.substring(0, line.indexOf('='))).sorted().toList();
    // the shell that sets the limits adds its own folder
    assertEquals(
        List.of("ONLY"),
        names.stream().filter(name -> !name.matches("PWD|OLDPWD|SHLVL|_")).toList());
  }

  @Test
  void a_child_can_be_kept_from_writing_files() throws Exception {
    var file = folder.resolve("written");
    var script = List.of("/bin/sh", "-c", "echo content > '" + file + "'");
    var process = start(script, new Limits(0, 0, 0), Map.of());
    assertNotEquals(0, process.waitFor());
    assertFalse(Files.exists(file) && Files.size(file) > 0);
  }

  @Test
  void arguments_are_never_read_by_the_shell() throws Exception {
    var hostile = "$(echo no) `echo no`; echo no \" '";
    var command = List.of("/bin/echo", hostile);
    assertEquals(hostile + "\n", output(command, new Limits(1 << 20, 100, 10), Map.of()));
  }

  private String output(List<String> program, Limits limits, Map<String, String> environment)
      throws Exception {
    var process = start(program, limits, environment);
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process start(List<String> program, Limits limits, Map<String, String> environment)
      throws Exception {
    return new ChildCommand(program, folder, environment, limits).start(Redirect.DISCARD);
  }
}
