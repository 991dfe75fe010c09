package org.juntos.bench.client.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.juntos.bench.client.people.BenchRelay;
import org.juntos.bench.client.people.Person;
import org.juntos.bench.client.people.StoredProfile;
import org.juntos.bench.client.process.ClientProcess;
import org.juntos.launcher.Wiring;
import org.juntos.wire.DeviceAddress;

/// Starts the desktop app on a profile full of messages, again and again, each time after an empty
/// window. The very first start records for the cache that all others start from.
public final class StartBench {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String PHONE = "+4915112345601";

  private final Path folder;
  private final Path profile;
  private final int messages;
  private final int runs;
  private final StartCache cache;

  /// @param folder for the profile and logs
  /// @param messages how many are stored before
  /// @param runs of which the medians are taken
  public StartBench(Path folder, int messages, int runs) {
    this.folder = folder;
    profile = folder.resolve("dora");
    this.messages = messages;
    this.runs = runs;
    cache = new StartCache(folder);
  }

  /// Makes the profile and measures; the relay is up meanwhile.
  public StartFigures run(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    fill(wiring, relay);
    var first = client(cache.recording());
    System.err.println("  first start, recording: " + first.sentence());
    System.err.println(cache.make() ? "  cache made" : "  no cache: the class path has folders");
    var floor = new ArrayList<StartRun>();
    var client = new ArrayList<StartRun>();
    var keys = new ArrayList<Double>();
    for (int i = 0; i < runs; i++) {
      floor.add(floor());
      System.err.println("  floor: " + floor.getLast().sentence());
      keys.add(key());
      client.add(client(cache.using()));
      System.err.println("  client: " + client.getLast().sentence());
    }
    return new StartFigures(
        messages,
        first,
        StartRun.median(client),
        StartRun.median(floor),
        StartRun.median(keys.stream()));
  }

  private void fill(Wiring wiring, BenchRelay relay) throws IOException, InterruptedException {
    DeviceAddress self;
    String address;
    try (var dora = Person.register(wiring, profile, relay, "Dora", PHONE)) {
      self = new DeviceAddress(dora.self().account(), dora.self().device());
      address = dora.self().relay();
    }
    long before = System.nanoTime();
    try (var stored = StoredProfile.open(profile)) {
      new StoredMix(self, address, new Random(1))
          .write(stored.store(), messages, InstantSource.system().instant());
    }
    System.err.printf(
        "  %,d messages in %d conversations stored in %.1f s, %d MiB%n",
        messages,
        StoredMix.CONVERSATIONS,
        (System.nanoTime() - before) / 1e9,
        Files.size(profile.resolve("profile.db")) >> 20);
  }

  private StartRun client(List<String> options) throws IOException {
    try (var process = start(StartMain.class, options, profile.toString(), Person.PASSPHRASE)) {
      var asked = process.await("asked");
      var listed = process.await("listed");
      var shown = process.await("shown");
      return new StartRun(asked.millis(), listed.millis(), shown, heap(process));
    }
  }

  private StartRun floor() throws IOException {
    try (var process = start(FloorMain.class, cache.using())) {
      var shown = process.await("shown");
      return new StartRun(0, 0, shown, heap(process));
    }
  }

  private double key() throws IOException {
    try (var process = start(KeyMain.class, cache.using(), profile.toString())) {
      return Double.parseDouble(process.answer("opened"));
    }
  }

  private ClientProcess start(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    var log = folder.resolve(main.getSimpleName() + ".log");
    return ClientProcess.start(main, log, LIMIT, options, List.of(arguments));
  }

  private static double heap(ClientProcess process) throws IOException {
    process.say("heap");
    return Double.parseDouble(process.answer("heap"));
  }
}
