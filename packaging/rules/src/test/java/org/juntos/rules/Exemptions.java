package org.juntos.rules;

import java.util.List;

/// Where a rule does not hold, and why. An entry that covers nothing any more fails the build.
final class Exemptions {
  private static final String CATCH = "exceptions-are-caught-by-name";

  static final List<Exemption> ALL =
      List.of(
          new Exemption(
              "nothing-is-left-open",
              "org.juntos.rules.Words",
              "the rule has to spell what it looks for"),
          new Exemption(
              "only-http-sees-jetty",
              "org.juntos.bench.floor.",
              "the floor is a bare socket on the same server, to compare the relay with"),
          new Exemption(
              "only-http-sees-jetty",
              "org.juntos.testkit.lie.",
              "the lying proxy is a server of its own before the relay"),
          new Exemption(
              "only-stores-see-sql",
              "org.juntos.bench.floor.",
              "the floor is bare group commit on the same database, to compare the relay with"),
          new Exemption(
              "only-crypto-and-sealed-see-libsignal",
              "org.juntos.bench.server.BenchIdentity",
              "accounts of the bench need real keys, and the bench sees no client module"),
          new Exemption(
              "only-crypto-and-sealed-see-libsignal",
              "org.juntos.bench.server.BenchGroup",
              "a group of the bench needs real credentials, and the bench sees no client module"),
          new Exemption(
              "only-crypto-and-sealed-see-libsignal",
              "org.juntos.bench.client.group.BareGroup",
              "libsignal alone, to compare the client with"),
          new Exemption(
              "only-crypto-and-sealed-see-libsignal",
              "org.juntos.bench.client.mixed.BarePair",
              "libsignal alone, to compare the client with"),
          new Exemption(
              "methods-are-short",
              "org.juntos.engine.Services",
              "the wiring of a profile: a line for each part, and nothing is decided"),
          new Exemption(
              "time-and-chance-are-arguments",
              "org.juntos.relay.status.Elapsed",
              "asks whether a clock is the machine's, and takes no time from it"),
          new Exemption(
              CATCH,
              "org.juntos.relay.push.Pushes",
              "the loop of pushes: a fault of ours ends one and must not end the others"),
          new Exemption(
              CATCH,
              "org.juntos.cli.Cli",
              "the loop of a command: a fault of ours ends it with the exit code that scripts"
                  + " know"),
          new Exemption(
              CATCH,
              "org.juntos.cli.daemon.Daemon",
              "the loop of requests: a fault of ours is the answer to one and must not end the"
                  + " others"),
          new Exemption(
              CATCH,
              "org.juntos.ui.fx.EngineLink",
              "the end of the line of an intent: a fault of ours is told to the person"),
          new Exemption(
              CATCH,
              "org.juntos.engine.time.VirtualLoops",
              "the loop: a fault of ours arrives here, is logged once and shown"),
          new Exemption(
              CATCH,
              "org.juntos.media.image.WorkerLoop",
              "the loop of the worker process: whatever a hostile picture provokes is a refusal"),
          new Exemption(
              CATCH,
              "org.juntos.engine.address.CardReading",
              "whatever a hostile card does to the library that reads it costs that card only"),
          new Exemption(
              CATCH,
              "org.juntos.engine.inbox.Receiver",
              "whatever an envelope can provoke is undone, counted, and must not stop the others"),
          new Exemption(
              CATCH,
              "org.juntos.crypto.session.StagedRecords",
              "libsignal swallows what its store throws; it is kept and thrown again outside"),
          new Exemption(
              CATCH,
              "org.juntos.crypto.session.BundleStart",
              "libsignal throws unchecked what hostile keys provoke; it becomes a refusal"),
          new Exemption(
              CATCH,
              "org.juntos.crypto.session.Opening",
              "libsignal throws unchecked what hostile ciphertext provokes; it becomes a value"),
          new Exemption(
              CATCH,
              "org.juntos.engine.inbox.SecondLook",
              "whatever an envelope can provoke is undone, and it is not tried again"),
          new Exemption(
              CATCH,
              "org.juntos.crypto.session.Unsealing",
              "the native call declares Exception and nothing narrower"),
          new Exemption(
              CATCH,
              "org.juntos.relay.http.HttpServer",
              "Jetty's start and stop declare Exception and nothing narrower"),
          new Exemption(
              CATCH,
              "org.juntos.testkit.lie.LyingProxy",
              "Jetty's start and stop declare Exception and nothing narrower"),
          new Exemption(
              CATCH,
              "org.juntos.relay.http.RelayHandler",
              "the loop of a request: a fault of ours becomes a problem with the request's id"),
          new Exemption(
              CATCH,
              "org.juntos.relay.http.FrameLane",
              "frames are made on the writer's thread too: one bad stream must not stop it"),
          new Exemption(
              CATCH,
              "org.juntos.relay.store.Writer",
              "a listener that throws after the commit must not stop the one writer"),
          new Exemption(
              CATCH,
              "org.juntos.store.SqliteStore",
              "the commit stands: a listener that throws must not look like a failed write"));

  private Exemptions() {}

  static boolean cover(Rule rule, Finding finding) {
    return ALL.stream().anyMatch(exemption -> exemption.covers(rule.name(), finding));
  }
}
