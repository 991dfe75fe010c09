package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who gets into the console, and who does not.
class ConsoleLoginTest {
  private static final Map<String, String> PROXY =
      Map.of(
          "Host",
          "admin.example.org",
          "X-Forwarded-Proto",
          "https",
          "X-Forwarded-For",
          "192.0.2.7");

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private @Nullable RunningRelay relay;

  @AfterEach
  void stop() {
    if (relay != null) {
      relay.close();
    }
  }

  private ConsoleBrowser open(ConsoleAccess access) throws IOException {
    var operating = Operating.quiet().withAdminPort().withConsole(access);
    var options = RelayOptions.loopback(folder.resolve("data")).withOperating(operating);
    var opened = RunningRelay.with(options, clock);
    relay = opened;
    return new ConsoleBrowser(opened, Map.of());
  }

  private RunningRelay running() {
    return Objects.requireNonNull(relay);
  }

  private static String run(int code, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int ended =
        RelayMain.execute(words, Map.of(), _ -> 9, new PrintWriter(out), new PrintWriter(err));
    assertEquals(code, ended, err.toString());
    return out + err.toString();
  }

  /// Sets another password for the relay in `folder` and tells it.
  static String setPassword(Path folder) {
    var data = folder.resolve("data").toString();
    return run(0, "admin", "--data", data, "console-password").strip();
  }

  @Test
  void the_password_is_made_by_the_command_line_and_kept_as_a_hash() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    assertTrue(browser.get("/console/login").says("console-password"));
    assertEquals(403, browser.login("").status());
    var password = setPassword(folder);
    assertTrue(password.matches("([a-z2-9]{5}-){4}[a-z2-9]{5}"), password);
    var file = folder.resolve("data/console-password");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(Files.readString(file).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertFalse(Files.readString(file).contains(password));
    assertNotEquals(password, setPassword(folder));
    assertTrue(
        run(1, "admin", "--data", folder + "/none", "console-password").contains("no relay"));
  }

  @Test
  void a_person_may_choose_a_password_that_is_long_enough() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    var data = folder.resolve("data").toString();
    var before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("too short\n".getBytes(StandardCharsets.UTF_8)));
      var refused = run(2, "admin", "--data", data, "console-password", "--stdin");
      assertTrue(refused.contains("at least 12 characters"), refused);
      System.setIn(new ByteArrayInputStream("grüne Zitrone 7\n".getBytes(StandardCharsets.UTF_8)));
      assertEquals("", run(0, "admin", "--data", data, "console-password", "--stdin"));
    } finally {
      System.setIn(before);
    }
    assertEquals(303, browser.login("grüne Zitrone 7").status());
    assertEquals(200, browser.get("/console").status());
  }

  @Test
  void nobody_sees_or_does_anything_without_the_password() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    setPassword(folder);
    for (var path : List.of("/console", "/console/accounts", "/console/settings", "/console/x")) {
      var answer = browser.get(path);
      assertEquals(303, answer.status(), path);
      assertEquals("/console/login", answer.header("Location"));
      assertEquals("", answer.body());
    }
    assertEquals(303, browser.post("/console/sweep", Map.of(), Map.of()).status());
    var forged = browser.get("/console", Map.of("Cookie", "juntos-console=forged"));
    assertEquals(303, forged.status());
  }

  @Test
  void five_wrong_passwords_are_enough_for_a_while() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    var password = setPassword(folder);
    for (int tried = 0; tried < 5; tried++) {
      var refused = browser.login("guess " + tried);
      assertEquals(403, refused.status());
      assertTrue(refused.says("role=\"alert\""), refused.body());
    }
    var limited = browser.login(password);
    assertEquals(429, limited.status());
    var seconds = Integer.parseInt(limited.header("Retry-After"));
    assertTrue(seconds > 30 && seconds <= 300, limited.header("Retry-After"));
    assertEquals(303, browser.get("/console").status(), "not in");
    clock.advance(Duration.ofSeconds(seconds));
    assertEquals("/console", browser.login(password).header("Location"));
  }

  @Test
  void the_cookie_is_for_this_site_only_and_no_script_reads_it() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    var set = browser.login(setPassword(folder)).header("Set-Cookie");
    assertTrue(
        set.matches("juntos-console=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"), set);
  }

  @Test
  void a_session_ends_with_a_log_out_a_new_password_or_its_time() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    browser.login(setPassword(folder));
    var proof = Map.of("proof", browser.proof("/console"));
    assertTrue(
        browser
            .post("/console/logout", proof, Map.of())
            .header("Set-Cookie")
            .contains("Max-Age=0"));
    assertEquals(303, browser.get("/console").status());
    browser.login(setPassword(folder));
    assertEquals(200, browser.get("/console").status());
    var password = setPassword(folder);
    assertEquals(303, browser.get("/console").status(), "another password");
    clock.advance(Duration.ofHours(1));
    browser.login(password);
    clock.advance(Duration.ofMinutes(31));
    assertEquals(303, browser.get("/console").status(), "idle");
    browser.login(password);
    for (int i = 0; i < 24; i++) {
      clock.advance(Duration.ofMinutes(20));
      assertEquals(i < 23 ? 200 : 303, browser.get("/console").status(), "after eight hours");
    }
  }

  @Test
  void a_form_counts_only_when_it_was_on_a_page_of_this_session() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    browser.login(setPassword(folder));
    var proof = Map.of("proof", browser.proof("/console"));
    assertEquals(403, browser.post("/console/sweep", Map.of(), Map.of()).status());
    assertEquals(403, browser.post("/console/sweep", Map.of("proof", "guess"), Map.of()).status());
    for (var from :
        List.of(
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"))) {
      assertEquals(403, browser.post("/console/sweep", proof, from).status(), from.toString());
      assertEquals(403, browser.post("/console/login", Map.of(), from).status(), from.toString());
    }
    var own = Map.of("Origin", "http://127.0.0.1:" + running().relay().adminPort());
    assertEquals(303, browser.post("/console/sweep", proof, own).status());
  }

  @Test
  void every_answer_forbids_what_the_pages_do_not_need() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    var password = setPassword(folder);
    var answers =
        List.of(
            browser.get("/console"),
            browser.get("/console/login"),
            browser.get("/console/style.css"),
            browser.get("/console/login", Map.of("Host", "evil.example")),
            browser.login("wrong"),
            browser.login(password),
            browser.get("/console"),
            browser.get("/console/nothing"));
    for (var answer : answers) {
      var policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; style-src 'self';"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("unsafe") || policy.contains("script-src"), policy);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("DENY", answer.header("X-Frame-Options"));
      assertEquals("no-store", answer.header("Cache-Control"));
      assertEquals("same-origin", answer.header("Referrer-Policy"));
    }
  }

  @Test
  void other_names_and_proxies_are_not_shown_it_unless_that_is_set() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    setPassword(folder);
    for (var headers :
        List.of(
            Map.of("Host", "evil.example"),
            Map.of("X-Forwarded-For", "192.0.2.7"),
            Map.of("Forwarded", "for=192.0.2.7"),
            PROXY)) {
      assertEquals(403, browser.get("/console/login", headers).status(), headers.toString());
    }
    assertEquals(200, browser.get("/console/login", Map.of("Host", "localhost:9")).status());
  }

  @Test
  void behind_a_proxy_it_needs_tls_and_says_so_to_the_browser() throws Exception {
    open(new ConsoleAccess.Behind("admin.example.org"));
    var plain = new ConsoleBrowser(running(), Map.of("Host", "admin.example.org"));
    assertTrue(plain.get("/console/login").says("through TLS only"));
    var proxied = new ConsoleBrowser(running(), PROXY);
    var set = proxied.login(setPassword(folder)).header("Set-Cookie");
    assertTrue(set.startsWith("__Host-juntos-console="), set);
    assertTrue(set.endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"), set);
    assertEquals(200, proxied.get("/console").status());
    for (int tried = 0; tried < 4; tried++) {
      assertEquals(403, proxied.login("guess").status());
    }
    assertEquals(429, proxied.login("guess").status());
    var other = new java.util.HashMap<>(PROXY);
    other.put("X-Forwarded-For", "192.0.2.7, 192.0.2.8");
    assertEquals(
        403, new ConsoleBrowser(running(), other).login("guess").status(), "not their tries");
  }

  @Test
  void what_cannot_be_read_now_is_said_on_a_page() throws Exception {
    var browser = open(new ConsoleAccess.Local());
    Files.createDirectory(folder.resolve("data/console-password"));
    var answer = browser.get("/console/login");
    assertEquals(503, answer.status());
    assertTrue(answer.says("The relay could not do this now."), answer.body());
  }

  @Test
  void it_can_be_turned_off() throws Exception {
    var browser = open(new ConsoleAccess.Off());
    setPassword(folder);
    assertEquals(404, browser.get("/console/login").status());
    assertEquals(200, browser.get("/health/live").status());
  }
}
