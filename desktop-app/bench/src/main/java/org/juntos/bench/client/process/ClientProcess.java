package org.juntos.bench.client.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A fresh Java process that says a word at each step and ends with its standard input. It gets the
/// JVM options of this process, which `./juntos` starts as it starts the desktop app.
public final class ClientProcess implements AutoCloseable {
  private static final long END_SECONDS = 60;
  private static final Pattern TESTKIT =
      Pattern.compile("testkit[/\\\\]target[/\\\\](classes|[^/\\\\]*\\.jar)$");

  private final Process process;
  private final Path log;
  private final long startedNanos;
  private final BufferedReader lines;
  private final Writer in;

  private ClientProcess(Process process, Path log, long startedNanos) {
    this.process = process;
    this.log = log;
    this.startedNanos = startedNanos;
    lines = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /// The command line of such a process, up to its class path. It is this process's own, but for
  /// the option on shared classes, which does not go with a cache of classes.
  public static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xshare"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath()));
    return List.copyOf(command);
  }

  /// This process's own up to the testkit, which brings the relay: the client's, and the bench.
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .takeWhile(entry -> !TESTKIT.matcher(entry).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Starts `main`; whatever takes longer than `limit` is killed.
  ///
  /// @param log gets its standard error
  /// @param options further ones for the JVM
  public static ClientProcess start(
      Class<?> main, Path log, Duration limit, List<String> options, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(java());
    command.addAll(options);
    command.add(main.getName());
    command.addAll(arguments);
    long startedNanos = System.nanoTime();
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    Thread.ofVirtual().start(() -> limit(process, limit));
    return new ClientProcess(process, log, startedNanos);
  }

  /// Waits until it says `word`.
  ///
  /// @throws IOException when it ends or says anything else; its log says why
  public Moment await(String word) throws IOException {
    var rest = answer(word);
    if (!rest.isEmpty()) {
      throw new IOException("the client said more than " + word + ": " + rest);
    }
    return now();
  }

  /// Waits until it says `word` and something more, which is returned.
  ///
  /// @throws IOException when it ends or says anything else; its log says why
  public String answer(String word) throws IOException {
    var line = lines.readLine();
    if (line == null || !(line.equals(word) || line.startsWith(word + " "))) {
      throw new IOException(
          "the client ended, or said \"%s\" in place of \"%s\":%n%s"
              .formatted(line, word, Files.readString(log)));
    }
    return line.substring(word.length()).strip();
  }

  /// What it has used until now.
  public Moment now() throws IOException {
    return Moment.of(process, startedNanos);
  }

  /// Tells it something.
  public void say(String word) throws IOException {
    in.write(word + "\n");
    in.flush();
  }

  /// Ends its standard input and waits for its end.
  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the client does not end");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void limit(Process process, Duration limit) {
    try {
      process.waitFor(limit);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
