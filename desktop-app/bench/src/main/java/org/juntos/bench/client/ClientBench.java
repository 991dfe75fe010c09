package org.juntos.bench.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.juntos.bench.client.drain.DrainBench;
import org.juntos.bench.client.group.GroupBench;
import org.juntos.bench.client.group.GroupFigures;
import org.juntos.bench.client.mixed.MixedBench;
import org.juntos.bench.client.people.BenchRelay;
import org.juntos.bench.client.search.RetentionBench;
import org.juntos.bench.client.search.SearchBench;
import org.juntos.bench.client.start.StartBench;
import org.juntos.launcher.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the client and prints one JSON line at the end.
@Command(
    name = "juntos bench client",
    mixinStandardHelpOptions = true,
    description = {
      "How long the desktop app takes from process start to a conversation on the screen, beside an"
          + " empty window; and a client without a window to drain what waited at the relay.",
      "Everything runs in processes of its own, with the JVM options of the desktop app; the last"
          + " line is JSON.",
      "start: medians from process start to the conversation; askedMs to the question for the"
          + " passphrase, listedMs to the list; keyMs is what the key slot takes of that (Argon2id,"
          + " slow by design); first is the start that records for the cache of classes.",
      "drain: seconds and cpuSeconds from process start; cpuMicrosPerMessage and messagesPerSecond"
          + " from the unlocked profile on.",
      "--group: instead of both, processor time of the author of a message to groups of 8, 100 and"
          + " MEMBERS, beside what libsignal alone takes; and bytes on the wire.",
      "--mixed: cpuMicrosPerMessage from the unlocked profile on; libsignalCpuMicrosPerMessage is"
          + " what opening as many takes in memory."
    })
public final class ClientBench implements Callable<Integer> {
  private static final int UNSAID = -1;
  private static final int STORED = 100_000;
  private static final int MIXED = 10_000;
  private static final int MAX_QUEUED = 90_000; // a mailbox holds 100,000

  @Option(
      names = "--messages",
      description =
          "Messages stored before the start, or waiting with --mixed (default 100000, with --mixed"
              + " 10000).")
  private int messages = UNSAID;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description = "Starts, of which the median counts (default ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--queued",
      defaultValue = "10000",
      description = "Messages waiting at the relay (default ${DEFAULT-VALUE}).")
  private int queued;

  @Option(
      names = "--group",
      paramLabel = "MEMBERS",
      description = "Instead of start and drain: messages to groups of up to so many (2 to 1000).")
  private int group;

  @Option(
      names = "--mixed",
      description =
          "Instead of start and drain: --messages of all kinds wait at the relay (texts, replies,"
              + " reactions, edits, deletions, files, a group's, receipts), and are received; beside"
              + " libsignal alone, which opens as many in memory in the same run.")
  private boolean mixed;

  @Option(
      names = "--search",
      description =
          "Instead of start and drain: a history of --messages (1,000,000 is what counts) is"
              + " written, indexed, looked through alone and while messages come in; counts are"
              + " compared with those of reading everything.")
  private boolean search;

  @Option(
      names = "--retention",
      description =
          "Instead of start and drain: the older half of a history of --messages (1,000,000 is what"
              + " counts) is removed as the engine does, while messages come in.")
  private boolean retention;

  ClientBench() {}

  /// Runs the bench and exits with its code.
  public static void main(String[] arguments) {
    System.exit(command().execute(arguments));
  }

  static CommandLine command() {
    return new CommandLine(new ClientBench())
        .setParameterExceptionHandler((wrong, _) -> {
          System.err.println("bench: " + wrong.getMessage() + " (see --help)");
          return CommandLine.ExitCode.USAGE;
        })
        .setExecutionExceptionHandler((failure, _, _) -> {
          System.err.println("bench: " + failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (messages == UNSAID) {
      messages = mixed ? MIXED : STORED;
    }
    if (messages < 1 || runs < 1 || queued < 1 || queued > MAX_QUEUED) {
      System.err.println(
          "bench: --messages, --runs and --queued start at 1, --queued ends at " + MAX_QUEUED);
      return CommandLine.ExitCode.USAGE;
    }
    if (group != 0 && !GroupBench.takes(group)) {
      System.err.println("bench: --group is 2 to " + GroupBench.MOST);
      return CommandLine.ExitCode.USAGE;
    }
    if (mixed && messages > MAX_QUEUED) {
      System.err.println("bench: with --mixed --messages ends at " + MAX_QUEUED);
      return CommandLine.ExitCode.USAGE;
    }
    if (retention) {
      return retention();
    }
    return search ? search() : measure();
  }

  private int search() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("juntos-bench");
    try {
      var figures = new SearchBench(folder, messages).run();
      System.out.println("{\"bench\":\"client\",\"search\":" + figures.json() + "}");
      return figures.equal() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } finally {
      delete(folder);
    }
  }

  private int retention() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("juntos-bench");
    try {
      var figures = new RetentionBench(folder, messages).run();
      System.out.println("{\"bench\":\"client\",\"retention\":" + figures.json() + "}");
      return figures.left() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } finally {
      delete(folder);
    }
  }

  private int measure() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("juntos-bench");
    try (var relay = BenchRelay.start(folder);
        var wiring = Wiring.ofUser()) {
      System.out.println(
          mixed
              ? mixed(folder, wiring, relay)
              : group == 0 ? startAndDrain(folder, wiring, relay) : group(folder, wiring, relay));
      return CommandLine.ExitCode.OK;
    } finally {
      delete(folder);
    }
  }

  private String startAndDrain(Path folder, Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    System.err.println("start:");
    var start = new StartBench(folder, messages, runs).run(wiring, relay);
    System.err.println("drain:");
    var drain = new DrainBench(folder, queued).run(wiring, relay);
    System.err.println("  " + drain.sentence());
    return "{\"bench\":\"client\",\"start\":" + start.json() + ",\"drain\":" + drain.json() + "}";
  }

  private String group(Path folder, Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    return new GroupBench(folder, group)
        .run(wiring, relay).stream()
            .map(GroupFigures::json)
            .collect(Collectors.joining(",", "{\"bench\":\"client group\",\"groups\":[", "]}"));
  }

  private String mixed(Path folder, Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    var figures = new MixedBench(folder, messages).run(wiring, relay);
    System.err.println("  " + figures.sentence());
    return "{\"bench\":\"client mixed\",\"mixed\":" + figures.json() + "}";
  }

  private static void delete(Path folder) throws IOException {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
