package org.juntos.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.juntos.launcher.demo.Demo;
import org.juntos.launcher.demo.DemoSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows three people talking through a real relay, and checks that nothing was lost or leaked.
@Command(
    name = "juntos demo",
    mixinStandardHelpOptions = true,
    version = "Juntos 0.1.0",
    description =
        "Starts a relay and three desktop clients, lets them talk and meet, cuts and kills, and counts what arrived.")
public final class DemoMain implements Callable<Integer> {
  @Option(names = "--exit", description = "Close the windows at the end.")
  private boolean exit;

  @Option(names = "--json", description = "End with one JSON line.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where screenshots and profiles go (default: a new temporary folder).")
  private @Nullable Path out;

  private DemoMain() {}

  /// Exits with 0 when everything came true.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DemoMain()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var parent = out == null ? Path.of(System.getProperty("java.io.tmpdir")) : out;
    var folder = Files.createTempDirectory(Files.createDirectories(parent), "juntos-demo-");
    var settings =
        new DemoSettings(
            System.getProperty("juntos.command", "juntos"),
            folder,
            folder.resolve("screenshots"),
            json);
    try (var wiring = Wiring.ofUser();
        var windows = DemoWindows.open(wiring);
        var demo = new Demo(settings, windows, DemoMain::print, Thread::sleep)) {
      boolean perfect = demo.run();
      if (!exit && windows.areVisible()) {
        System.err.println(
            "· The windows stay open, and so does the relay; close all windows to end.");
        windows.awaitClosed();
      }
      return perfect ? 0 : 1;
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
