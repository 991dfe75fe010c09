package org.juntos.media.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program to run as a confined child: its environment is only what is given here, its folder is
/// not ours, and where a POSIX shell can say so it has resource limits.
///
/// @param program the executable and its arguments
/// @param folder working folder, without secrets
/// @param environment all of it; Windows adds what its loader cannot do without
/// @param limits what the kernel holds the child to
public record ChildCommand(
    List<String> program, Path folder, Map<String, String> environment, Limits limits) {
  private static final Path SHELL = Path.of("/bin/sh");

  public ChildCommand {
    program = List.copyOf(program);
    environment = Map.copyOf(environment);
  }

  /// @param memoryKilobytes most address space, 0 for what the program itself limits
  /// @param fileKilobytes longest file it may write, -1 for any
  /// @param cpuSeconds most processor time, 0 for any
  public record Limits(long memoryKilobytes, long fileKilobytes, long cpuSeconds) {
    /// Where `ulimit` exists, also no core dumps and few open files.
    private String script() {
      var script = new StringBuilder("ulimit -c 0; ulimit -n 256; ");
      if (memoryKilobytes > 0) {
        script.append("ulimit -v ").append(memoryKilobytes).append("; ");
      }
      if (fileKilobytes >= 0) {
        script.append("ulimit -f ").append(fileKilobytes * 2).append("; ");
      }
      if (cpuSeconds > 0) {
        script.append("ulimit -t ").append(cpuSeconds).append("; ");
      }
      return script.append("exec \"$0\" \"$@\"").toString();
    }
  }

  /// Starts it with pipes for input and output.
  ///
  /// @param errors where its error output goes
  public Process start(Redirect errors) throws IOException {
    var builder = new ProcessBuilder(confined()).directory(folder.toFile()).redirectError(errors);
    var inherited = builder.environment();
    inherited.keySet().retainAll(List.of("SystemRoot", "SYSTEMROOT"));
    inherited.putAll(environment);
    return builder.start();
  }

  private List<String> confined() {
    if (File.separatorChar != '/' || !Files.isExecutable(SHELL)) {
      return program;
    }
    var command = new ArrayList<>(List.of(SHELL.toString(), "-c", limits.script()));
    command.addAll(program);
    return command;
  }
}
