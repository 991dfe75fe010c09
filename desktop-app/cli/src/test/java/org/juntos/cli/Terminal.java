package org.juntos.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.juntos.cli.output.JsonText;

/// Somebody who types commands on one profile, and what they see of the last one.
final class Terminal {
  private final EngineFactory engines;
  private final Path folder;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  Terminal(EngineFactory engines, Path folder) {
    this.engines = engines;
    this.folder = folder;
  }

  int types(String... arguments) throws InterruptedException {
    return types(InputStream.nullInputStream(), arguments);
  }

  int pipes(byte[] input, String... arguments) throws InterruptedException {
    return types(new ByteArrayInputStream(input), arguments);
  }

  int types(InputStream input, String... arguments) throws InterruptedException {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    var all = new ArrayList<>(List.of("--profile", folder.toString()));
    all.addAll(List.of(arguments));
    return cli(input, out).run(all.toArray(String[]::new));
  }

  /// A command whose standard output is closed.
  int typesIntoNothing(String... arguments) throws InterruptedException {
    var closed = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    closed.close();
    var all = new ArrayList<>(List.of("--profile", folder.toString()));
    all.addAll(List.of(arguments));
    var streams = new Streams(InputStream.nullInputStream(), closed, stream(err), false);
    return new Cli(engines, streams, InstantSource.system()).run(all.toArray(String[]::new));
  }

  String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  Map<?, ?> json() throws IOException {
    return (Map<?, ?>) JsonText.read(shown());
  }

  List<Map<?, ?>> jsonLines() throws IOException {
    var lines = new ArrayList<Map<?, ?>>();
    for (var line : shown().lines().toList()) {
      lines.add((Map<?, ?>) JsonText.read(line));
    }
    return lines;
  }

  String errorCode() throws IOException {
    var line = (Map<?, ?>) JsonText.read(errors());
    return String.valueOf(object(line, "error").get("code"));
  }

  String passphraseFile(String passphrase) throws IOException {
    return file("passphrase", passphrase);
  }

  String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  static Map<?, ?> object(Map<?, ?> json, String field) {
    return (Map<?, ?>) Objects.requireNonNull(json.get(field), field);
  }

  private Cli cli(InputStream input, ByteArrayOutputStream output) {
    var streams = new Streams(input, stream(output), stream(err), false);
    return new Cli(engines, streams, InstantSource.system());
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
