package org.juntos.bench.client.drain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.juntos.bench.client.people.BenchRelay;
import org.juntos.bench.client.people.Person;
import org.juntos.bench.client.people.StoredProfile;
import org.juntos.bench.client.people.Texts;
import org.juntos.bench.client.process.ClientProcess;
import org.juntos.content.ConversationId;
import org.juntos.launcher.Wiring;
import org.juntos.store.history.Entry;

/// Lets messages wait at a real relay, and starts a client that fetches them.
public final class DrainBench {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String ANAS_PHONE = "+4915112345602";
  private static final String BENS_PHONE = "+4915112345603";
  private static final int SEED = 2;

  private final Path folder;
  private final Path reader;
  private final int messages;

  /// @param folder for profiles and logs
  /// @param messages how many wait
  public DrainBench(Path folder, int messages) {
    this.folder = folder;
    reader = folder.resolve("ben");
    this.messages = messages;
  }

  /// Runs once: a queue can be drained only once.
  ///
  /// @throws IOException when a message was lost, doubled or out of order
  public DrainFigures run(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    var conversation = enqueue(wiring, relay);
    DrainFigures figures;
    var log = folder.resolve("DrainMain.log");
    try (var process =
        ClientProcess.start(DrainMain.class, log, LIMIT, List.of(), List.of(reader.toString()))) {
      var unlocked = process.await("unlocked");
      process.say("go");
      figures = new DrainFigures(messages, unlocked, process.await("drained"));
    }
    check(conversation);
    return figures;
  }

  private ConversationId enqueue(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    try (var ana = Person.register(wiring, folder.resolve("ana"), relay, "Ana", ANAS_PHONE)) {
      try (var ben = Person.register(wiring, reader, relay, "Ben", BENS_PHONE)) {
        ana.befriend(ben);
      }
      var texts = new Texts(new Random(SEED));
      for (int i = 0; i < messages; i++) {
        ana.writes(body(i, texts));
      }
      ana.untilSent();
      System.err.printf(
          "  %,d messages wait at the relay after %.1f s%n",
          messages, (System.nanoTime() - before) / 1e9);
      return ana.conversation();
    }
  }

  private void check(ConversationId conversation) throws IOException {
    try (var profile = StoredProfile.open(reader)) {
      var stored =
          profile.store().read(txn -> txn.history().after(conversation, 0, Integer.MAX_VALUE));
      var bodies = stored.stream().filter(DrainBench::isMessage).map(Entry::body).toList();
      if (bodies.size() != messages) {
        throw new IOException(messages + " messages waited, " + bodies.size() + " are stored");
      }
      var texts = new Texts(new Random(SEED));
      for (int i = 0; i < messages; i++) {
        if (!bodies.get(i).equals(body(i, texts))) {
          throw new IOException("message " + i + " is not where it belongs");
        }
      }
    }
  }

  private static boolean isMessage(Entry entry) {
    return entry.kind() == Entry.Kind.MESSAGE;
  }

  private static String body(int number, Texts texts) {
    return number + " " + texts.next();
  }
}
