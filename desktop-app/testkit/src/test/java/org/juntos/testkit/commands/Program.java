package org.juntos.testkit.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.JsonText;
import org.juntos.launcher.CliMain;
import org.juntos.testkit.process.JavaCommand;

/// The program that people start on one profile, each command in a process of its own, which can be
/// killed.
final class Program {
  private final Path folder;
  private final Path cache;
  private final List<String> always;
  private volatile @Nullable Process running;

  /// @param folder where it is started; its output is kept there
  Program(Path folder, Path profile, Path passphraseFile, Path cache) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.cache = cache;
    this.always =
        List.of(
            "--json",
            "--profile",
            profile.toString(),
            "--passphrase-file",
            passphraseFile.toString());
  }

  /// Runs a command to its end and returns its exit code.
  int runs(String... command) throws IOException, InterruptedException {
    return pipes("", command);
  }

  int pipes(String input, String... command) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(always);
    arguments.addAll(List.of(command));
    var builder = new ProcessBuilder(JavaCommand.of(CliMain.class, arguments));
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    var given = Files.writeString(folder.resolve("in"), input);
    var process =
        builder
            .directory(folder.toFile())
            .redirectInput(given.toFile())
            .redirectOutput(out().toFile())
            .redirectError(err().toFile())
            .start();
    running = process;
    return process.waitFor();
  }

  /// Ends the running command as `kill -9` does.
  void kill() {
    var process = running;
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /// All that it printed the last time.
  List<Map<?, ?>> lines() throws IOException {
    var lines = new ArrayList<Map<?, ?>>();
    for (var line : Files.readAllLines(out())) {
      lines.add((Map<?, ?>) JsonText.read(line));
    }
    return lines;
  }

  /// A field of each line that is a message.
  List<String> messages(String field) throws IOException {
    return lines().stream()
        .filter(line -> "message".equals(line.get("kind")))
        .map(line -> String.valueOf(line.get(field)))
        .toList();
  }

  String errors() {
    try {
      return Files.readString(err(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "nothing: " + e.getMessage();
    }
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path err() {
    return folder.resolve("err");
  }
}
