package org.juntos.bench.client.mixed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.juntos.bench.client.drain.DrainMain;
import org.juntos.bench.client.mixed.Mix.Kind;
import org.juntos.bench.client.people.BenchRelay;
import org.juntos.bench.client.people.Person;
import org.juntos.bench.client.people.StoredProfile;
import org.juntos.bench.client.people.Texts;
import org.juntos.bench.client.process.ClientProcess;
import org.juntos.content.ConversationId;
import org.juntos.launcher.Wiring;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;

/// Lets a mix of messages wait at a real relay, and starts a client that fetches them; libsignal
/// alone opens as many, in memory, in the same run.
public final class MixedBench {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String ANAS_PHONE = "+4915112345605";
  private static final String BENS_PHONE = "+4915112345606";
  private static final int SEED = 3;
  private static final int FILE_BYTES = 2_000;

  private final Path folder;
  private final Path writer;
  private final Path reader;
  private final int blocks;

  /// @param folder for profiles and logs
  /// @param messages about so many wait: whole blocks of [Mix#BLOCK]
  public MixedBench(Path folder, int messages) {
    this.folder = folder;
    writer = folder.resolve("ana");
    reader = folder.resolve("ben");
    blocks = Math.max(1, messages / Mix.BLOCK);
  }

  /// Runs once: a queue can be drained only once.
  ///
  /// @throws IOException when something was lost
  public MixedFigures run(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    var waiting = enqueue(wiring, relay);
    var client = drain();
    check(waiting);
    var bare = bare(waiting.mix());
    return new MixedFigures(blocks * Mix.BLOCK, waiting.mix().json(), client, bare);
  }

  /// @param group of both
  private record Waiting(Mix mix, ConversationId other, ConversationId group) {}

  private MixedFigures.Span drain() throws IOException {
    var log = folder.resolve("DrainMain.log");
    try (var process =
        ClientProcess.start(DrainMain.class, log, LIMIT, List.of(), List.of(reader.toString()))) {
      var unlocked = process.await("unlocked");
      process.say("go");
      return new MixedFigures.Span(unlocked, process.await("drained"));
    }
  }

  private MixedFigures.Span bare(Mix mix) throws IOException {
    int group = mix.count(Kind.GROUP);
    int rest = blocks * Mix.BLOCK - group;
    var log = folder.resolve("BareReaderMain.log");
    var arguments = List.of(Integer.toString(rest), Integer.toString(group));
    try (var process =
        ClientProcess.start(BareReaderMain.class, log, LIMIT, List.of(), arguments)) {
      var prepared = process.await("prepared");
      process.say("go");
      return new MixedFigures.Span(prepared, process.await("opened"));
    }
  }

  private Waiting enqueue(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    var waiting = write(wiring, meet(wiring, relay));
    System.err.printf(
        "  %,d wait at the relay after %.1f s%n",
        blocks * Mix.BLOCK, (System.nanoTime() - before) / 1e9);
    return waiting;
  }

  /// Ben has written what receipts are for, and is away; returns the group of both.
  private ConversationId meet(Wiring wiring, BenchRelay relay)
      throws IOException, InterruptedException {
    try (var ben = Person.register(wiring, reader, relay, "Ben", BENS_PHONE)) {
      ConversationId group;
      try (var ana = Person.register(wiring, writer, relay, "Ana", ANAS_PHONE)) {
        ana.befriend(ben);
        group = ana.founds("Mixed", 1);
        ana.untilSent();
        ben.untilIn(group);
      }
      for (int i = 0; i < blocks * Mix.RECEIPTS; i++) {
        ben.sends(ben.conversation(), "for a receipt " + i, List.of());
      }
      ben.untilSent();
      return group;
    }
  }

  private Waiting write(Wiring wiring, ConversationId group)
      throws IOException, InterruptedException {
    var file = Files.write(folder.resolve("notes.bin"), new byte[FILE_BYTES]);
    try (var ana = Person.back(wiring, writer)) {
      var other = ana.conversation();
      ana.untilCaughtUp();
      ana.sees(other);
      var mix = new Mix(ana, other, group, file, new Texts(new Random(SEED)));
      for (int i = 0; i < blocks; i++) {
        mix.block();
      }
      ana.untilSent();
      return new Waiting(mix, other, group);
    }
  }

  private void check(Waiting waiting) throws IOException {
    try (var profile = StoredProfile.open(reader)) {
      var mix = waiting.mix();
      int deleted = mix.count(Kind.DELETION);
      int said = mix.count(Kind.TEXT) + mix.count(Kind.REPLY) + mix.count(Kind.FILE) - deleted;
      profile
          .store()
          .read(txn -> {
            expect("messages", said, count(txn, waiting.other(), Entry.Kind.MESSAGE, false));
            expect("deleted", deleted, count(txn, waiting.other(), Entry.Kind.DELETED, false));
            expect(
                "of the group",
                mix.count(Kind.GROUP),
                count(txn, waiting.group(), Entry.Kind.MESSAGE, false));
            expect("seen", (long) blocks * Mix.RECEIPTS, seen(txn, waiting.other()));
            return true;
          });
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void expect(String what, long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException(expected + " " + what + " waited, " + found + " are here");
    }
  }

  private static long count(Transaction txn, ConversationId in, Entry.Kind kind, boolean outgoing) {
    return txn.history().after(in, 0, Integer.MAX_VALUE).stream()
        .filter(entry -> entry.kind() == kind && entry.outgoing() == outgoing)
        .count();
  }

  private static long seen(Transaction txn, ConversationId in) {
    return txn.history().after(in, 0, Integer.MAX_VALUE).stream()
        .filter(entry -> entry.outgoing() && entry.delivery().seen() != null)
        .count();
  }
}
