package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.Way;
import org.juntos.relay.config.Origin;
import org.juntos.relay.config.Settings;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;

/// The console of a relay that has been used for two weeks, in a real browser. Started by
/// `relay-server/server/src/test/console/check`.
class ConsoleScreensCheck {
  private static final Path WALKER = Path.of(System.getProperty("console.walker", "."));
  private static final int DAYS = 14;
  private static final int PEOPLE = 60;
  private static final List<Settings.Effective> SETTINGS =
      List.of(
          new Settings.Effective("data", "/var/lib/juntos", new Origin.Flag("--data")),
          new Settings.Effective(
              "public-address",
              "<img src=x onerror=alert(1)>",
              new Origin.InFile(Path.of("/etc/juntos/relay.conf"), 4)),
          new Settings.Effective(
              "otp-sender", "webhook:https://sms.example.org/T0/secret", new Origin.Default()),
          new Settings.Effective("otp-secret", "env:SMS", new Origin.Environment("JUNTOS_X")),
          new Settings.Effective("max-queue-envelopes", "100000", new Origin.Default()));

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));

  @Test
  void every_page_is_good_to_look_at() throws Exception {
    var ways = AdmissionOptions.of(Way.CODE, Way.INVITE);
    var options = RunningRelay.watchedOptions(folder).withAdmission(ways);
    try (var relay = Relay.start(options, SETTINGS, clock, new SecureRandom())) {
      var elsewhere =
          RunningRelay.elsewhere(relay.address().toString(), RunningRelay.codes(folder));
      var browser = "http://127.0.0.1:" + relay.adminPort() + "/console";
      var password = ConsoleLoginTest.setPassword(folder);
      var account = use(elsewhere);
      var walk = new ProcessBuilder("node", WALKER.resolve("screens.mjs").toString());
      walk.environment().put("CONSOLE", browser);
      walk.environment().put("PASSWORD", password);
      walk.environment().put("ACCOUNT", account);
      walk.environment().put("CHROMIUM", System.getProperty("console.chromium", "chromium"));
      walk.environment().put("PICTURES", WALKER.resolve("pictures").toString());
      var process = walk.redirectErrorStream(true).start();
      try (var lines = process.inputReader()) {
        lines.lines().forEach(System.out::println);
      }
      assertEquals(0, process.waitFor());
    }
  }

  /// Two weeks of it; the id of an account.
  private String use(RunningRelay relay) throws Exception {
    invite("--uses", "25", "--note", "Choir, autumn");
    invite("--expires", "1h");
    invite("--uses", "3", "--expires", "90d", "--note", "A".repeat(100));
    for (int i = 0; i < PEOPLE; i++) {
      TestDevice.register(relay, "+491511234%04d".formatted(i));
    }
    var alice = TestDevice.register(relay, "+4915112345678");
    new TestBlobs(alice).create(1_200_000_000L / 3);
    for (int day = 0; day < DAYS; day++) {
      var issued = new WireClient(relay).post(Paths.TOKENS, alice.issueToken(), "");
      var token = AccessToken.parseFrom(issued.body()).getToken();
      try (var stream = alice.on(relay, token).stream()) {
        for (int i = 0; i < 40 + 25 * (day % 5); i++) {
          stream.send(i + 1, UUID.randomUUID(), alice.address(), new byte[900]);
        }
      }
      keepCounts();
      clock.advance(Duration.ofDays(1));
    }
    return alice.account().toString();
  }

  private void invite(String... words) {
    var all = new ArrayList<>(List.of("admin", "--data", folder.resolve("data").toString()));
    all.addAll(List.of("invite", "create"));
    all.addAll(List.of(words));
    var out = new java.io.PrintWriter(new java.io.StringWriter());
    var line = all.toArray(new String[0]);
    assertEquals(0, RelayMain.execute(line, java.util.Map.of(), _ -> 9, out, out));
  }

  /// Counts are of the day on which they are kept.
  private void keepCounts() {
    var data = folder.resolve("data").toString();
    var out = new java.io.PrintWriter(new java.io.StringWriter());
    var words = new String[] {"admin", "--data", data, "audit"};
    assertEquals(0, RelayMain.execute(words, java.util.Map.of(), _ -> 9, out, out));
  }
}
