package org.juntos.testkit.commands;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.juntos.cli.Cli;
import org.juntos.cli.EngineFactory;
import org.juntos.cli.Streams;
import org.juntos.cli.output.JsonText;

/// Somebody who types commands on one profile, and what they see of the last one.
final class Typist {
  private final EngineFactory engines;
  private final List<String> always;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  Typist(EngineFactory engines, Path profile, Path passphraseFile) {
    this.engines = engines;
    this.always =
        List.of(
            "--json",
            "--profile",
            profile.toString(),
            "--passphrase-file",
            passphraseFile.toString());
  }

  int types(String... command) throws InterruptedException {
    return pipes("", command);
  }

  /// Without `--json`, as a person does.
  int typesPlainly(String... command) throws InterruptedException {
    return runs("", always.subList(1, always.size()), command);
  }

  int pipes(String input, String... command) throws InterruptedException {
    return runs(input, always, command);
  }

  private int runs(String input, List<String> first, String... command)
      throws InterruptedException {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    var all = new ArrayList<>(first);
    all.addAll(List.of(command));
    var bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var streams = new Streams(bytes, stream(out), stream(err), false);
    return new Cli(engines, streams, InstantSource.system()).run(all.toArray(String[]::new));
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  boolean sawNothing() {
    return out.size() == 0;
  }

  /// All that was printed.
  String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// A field of the only line.
  String saw(String field) throws IOException {
    return String.valueOf(Objects.requireNonNull(lines().getLast().get(field), field));
  }

  /// A field of each line that is a message.
  List<String> sawInMessages(String field) throws IOException {
    return lines().stream()
        .filter(line -> "message".equals(line.get("kind")))
        .map(line -> String.valueOf(line.get(field)))
        .toList();
  }

  /// All that was printed, a map a line.
  List<Map<?, ?>> lines() throws IOException {
    var lines = new ArrayList<Map<?, ?>>();
    for (var line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add((Map<?, ?>) JsonText.read(line));
    }
    return lines;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
