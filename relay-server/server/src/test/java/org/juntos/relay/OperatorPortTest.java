package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.Paths;

class OperatorPortTest {
  private static final Path DASHBOARD = Path.of("../docs/dashboard.json");
  private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(?:\\{.*})? ");
  private static final Pattern NAME = Pattern.compile("\\b(?:juntos|jvm|process|system)_[a-z_]+");

  @TempDir Path folder;

  private static HttpResponse<String> ask(
      RunningRelay relay, String method, String path, String secret)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + relay.relay().adminPort() + path);
    var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
    if (!secret.isEmpty()) {
      request.header("Authorization", "Bearer " + secret);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String metrics(RunningRelay relay) throws IOException, InterruptedException {
    return ask(relay, "GET", "/metrics", "").body();
  }

  /// The value of a series; its labels as they are printed.
  private static double value(String metrics, String series) {
    var line =
        metrics.lines().filter(l -> l.startsWith(series + " ")).findFirst().orElse(series + " -1");
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static void talk(RunningRelay relay) throws Exception {
    var alice = TestDevice.register(relay, "+4915112345678");
    try (var stream = alice.stream()) {
      var body = "hello".getBytes(StandardCharsets.UTF_8);
      for (int i = 1; i <= 3; i++) {
        stream.send(i, UUID.randomUUID(), alice.address(), body);
      }
      var first = stream.delivery();
      stream.delivery();
      stream.delivery();
      stream.acknowledge(List.of(first));
      stream.send(4, UUID.randomUUID(), alice.address(), body); // committed after the above
    }
    alice
        .client()
        .call("POST", Paths.BLOBS, new byte[0], Map.of("Upload-Length", "5"), alice.token());
    alice.client().get(Paths.KEY_COUNT, "forged");
    alice.client().get("/nowhere", "");
  }

  @Test
  void the_numbers_are_those_of_what_happened() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      talk(relay);
      var metrics = metrics(relay);
      assertEquals(4, value(metrics, "juntos_relay_envelopes_total"), metrics);
      assertEquals(20, value(metrics, "juntos_relay_envelope_bytes_total"));
      assertEquals(1, value(metrics, "juntos_relay_acknowledgements_total"));
      assertTrue(value(metrics, "juntos_relay_deliveries_total") >= 3, metrics);
      assertEquals(
          4, value(metrics, "juntos_relay_accept_seconds_count{outcome=\"accepted\"}"), metrics);
      assertEquals(1, value(metrics, "juntos_relay_codes_total{outcome=\"sent\"}"));
      assertEquals(1, value(metrics, "juntos_relay_codes_total{outcome=\"proven\"}"));
      assertEquals(1, value(metrics, "juntos_relay_refusals_total{code=\"unauthorized\"}"));
      assertEquals(1, value(metrics, "juntos_relay_refusals_total{code=\"not-found\"}"));
      assertEquals(3, value(metrics, "juntos_relay_queue_envelopes"));
      assertEquals(15, value(metrics, "juntos_relay_queue_bytes"));
      assertEquals(1, value(metrics, "juntos_relay_files"));
      assertEquals(1, value(metrics, "juntos_relay_accounts"));
      assertEquals(1, value(metrics, "juntos_relay_ready"));
      assertTrue(value(metrics, "juntos_relay_commit_seconds_count") >= 4, metrics);
      assertTrue(value(metrics, "juntos_relay_commit_changes_sum") >= 4, metrics);
    }
  }

  @Test
  void no_number_names_an_account_a_phone_number_or_an_address() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      alice.client().get(Paths.ACCOUNTS + "/" + alice.account() + "/keys", alice.token());
      alice.client().get("/nowhere/" + alice.account(), "");
      var metrics = metrics(relay);
      assertTrue(metrics.contains("/v1/accounts/*/keys"), metrics);
      for (var canary : List.of(alice.account().toString(), "15112345678", "127.0.0.1")) {
        assertFalse(metrics.contains(canary), canary);
      }
    }
  }

  @Test
  void every_query_of_the_dashboard_asks_for_numbers_that_are_there() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      talk(relay);
      var there = new TreeSet<String>();
      SERIES.matcher(afterCollection(relay)).results().forEach(found -> there.add(found.group(1)));
      var asked = new TreeSet<String>();
      var dashboard = Files.readString(DASHBOARD);
      for (var line : dashboard.lines().filter(l -> l.contains("\"expr\"")).toList()) {
        NAME.matcher(line).results().forEach(found -> asked.add(found.group()));
      }
      assertTrue(asked.size() > 15, asked.toString());
      asked.removeAll(there);
      assertEquals(List.of(), List.copyOf(asked));
    }
  }

  /// The numbers once there are some of the garbage collector too.
  private static String afterCollection(RunningRelay relay) throws Exception {
    System.gc();
    var metrics = metrics(relay);
    for (int i = 0; i < 1_000 && !metrics.contains("jvm_gc_pause_seconds_sum"); i++) {
      metrics = metrics(relay);
    }
    return metrics;
  }

  @Test
  void the_secret_is_for_the_owner_only_and_gone_when_the_relay_is() throws Exception {
    var file = folder.resolve("data/admin.json");
    try (var relay = RunningRelay.watched(folder)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals(401, ask(relay, "GET", "/admin/accounts", "").statusCode());
      assertEquals(401, ask(relay, "GET", "/admin/accounts", "guess").statusCode());
      assertEquals(401, ask(relay, "DELETE", "/admin/accounts/x", "guess").statusCode());
      var secret = Files.readString(file).replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");
      assertEquals(200, ask(relay, "GET", "/admin/accounts", secret).statusCode());
      assertEquals(404, ask(relay, "GET", "/admin/nothing", secret).statusCode());
      assertEquals(404, ask(relay, "GET", "/admin/accounts/a/b", secret).statusCode());
      assertEquals(400, ask(relay, "GET", "/admin/accounts/x", secret).statusCode());
      assertEquals(400, ask(relay, "GET", "/admin/audit/0", secret).statusCode());
      assertEquals(404, ask(relay, "GET", "/else", "").statusCode());
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void health_is_there_on_both_ports() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      for (var path : List.of(Paths.HEALTH_LIVE, Paths.HEALTH_READY)) {
        assertEquals(200, ask(relay, "GET", path, "").statusCode());
        assertEquals(200, new WireClient(relay).get(path, "").status());
      }
    }
  }
}
