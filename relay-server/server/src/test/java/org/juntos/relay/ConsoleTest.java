package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.Way;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.RedeemInvite;

/// The pages of the console and what their forms do.
class ConsoleTest {
  private static final List<String> PAGES =
      List.of(
          "/console",
          "/console/accounts",
          "/console/codes",
          "/console/invites",
          "/console/limits",
          "/console/settings");

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private RunningRelay relay;
  private ConsoleBrowser browser;
  private TestDevice alice;

  @BeforeEach
  void start() throws Exception {
    var options = RunningRelay.watchedOptions(folder);
    var ways = AdmissionOptions.of(Way.CODE, Way.INVITE);
    relay = RunningRelay.with(options.withAdmission(ways), RunningRelay.codes(folder), clock);
    alice = TestDevice.register(relay, "+4915112345678");
    browser = new ConsoleBrowser(relay, Map.of());
    browser.login(ConsoleLoginTest.setPassword(folder));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void the_overview_says_how_it_is_and_what_passed() throws Exception {
    try (var stream = alice.stream()) {
      stream.send(1, UUID.randomUUID(), alice.address(), "x".getBytes(StandardCharsets.UTF_8));
      var overview = browser.get("/console");
      assertTrue(overview.says("Ready to serve."), overview.body());
      assertTrue(overview.says("<dt>Open streams</dt><dd>1</dd>"), overview.body());
      assertTrue(
          overview.says("<dt>Waiting messages</dt><dd>1 <small>1 B</small></dd>"), overview.body());
      assertTrue(overview.says("<dt>Accounts</dt><dd>1</dd>"), overview.body());
      assertTrue(overview.says("<time>2026-01-01</time></th><td>1</td>"), overview.body());
      assertTrue(overview.says("<rect "), overview.body());
    }
  }

  @Test
  void an_account_is_found_suspended_let_in_and_deleted() throws Exception {
    var id = alice.account().toString();
    var fields = Map.of("id", id);
    var page = "/console/account?id=" + id;
    assertTrue(browser.get("/console/accounts").says(page));
    assertEquals(page, browser.get("/console/accounts?id=%20" + id + "%20").header("Location"));
    var suspended = browser.submit(page, "/console/account/suspend", fields);
    assertEquals(page + "&done=suspended", suspended.header("Location"));
    assertEquals(403, alice.client().get(Paths.KEY_COUNT, alice.token()).status());
    assertTrue(browser.get(page + "&done=suspended").says("<dd>suspended</dd>"));
    assertTrue(browser.get("/console/accounts").says("class=\"tag\""));
    browser.submit(page, "/console/account/resume", fields);
    assertEquals(200, alice.client().get(Paths.KEY_COUNT, alice.token()).status());
    var asked = browser.get("/console/account/delete?id=" + id);
    assertTrue(asked.says("Nothing brings them back"), asked.body());
    assertEquals(200, alice.client().get(Paths.KEY_COUNT, alice.token()).status(), "only asked");
    var deleted = browser.submit(page, "/console/account/delete", fields);
    assertEquals("/console/accounts?done=deleted", deleted.header("Location"));
    assertEquals(401, alice.client().get(Paths.KEY_COUNT, alice.token()).status());
    assertEquals(404, browser.get(page).status());
    assertEquals(404, browser.submit("/console", "/console/account/suspend", fields).status());
  }

  @Test
  void an_account_is_given_room_for_files() throws Exception {
    var id = alice.account().toString();
    var page = "/console/account?id=" + id;
    for (var share : List.of("3 GiB", "1000", "")) {
      var fields = Map.of("id", id, "share", share);
      var set = browser.submit(page, "/console/account/share", fields);
      assertEquals(page + "&done=share", set.header("Location"));
      assertTrue(browser.get(page).says("value=\"" + share + "\""), browser.get(page).body());
    }
    var wrong = browser.submit(page, "/console/account/share", Map.of("id", id, "share", "-1"));
    assertEquals(page + "&done=no-share", wrong.header("Location"));
    assertTrue(browser.get(page + "&done=no-share").says("A share is a number of bytes"));
  }

  @Test
  void an_invite_is_made_shown_once_listed_and_revoked() throws Exception {
    var asked = Map.of("uses", "3", "lifetime", "1 day", "note", "<choir>");
    var made = browser.submit("/console/invites", "/console/invites/create", asked);
    assertEquals(200, made.status());
    var link = made.body().replaceAll("(?s).*<textarea[^>]*>([^<]+)</textarea>.*", "$1");
    assertTrue(link.contains("invite="), made.body());
    assertEquals(200, redeem(link.replaceAll(".*invite=", "")).status());
    var list = browser.get("/console/invites");
    assertTrue(list.says("<td>2 of 3</td>"), list.body());
    assertTrue(list.says("&lt;choir&gt;"), list.body());
    assertTrue(list.says("2026-01-02 00:00"), list.body());
    assertFalse(list.says("invite="), "its link is shown once");
    var revoked = browser.submit("/console/invites", "/console/invites/revoke", Map.of("id", "1"));
    assertEquals("/console/invites?done=revoked", revoked.header("Location"));
    assertTrue(redeem(link.replaceAll(".*invite=", "")).hasCode("invite-invalid"));
    assertTrue(browser.get("/console/invites").says("There are no invites."));
    for (var wrong :
        List.of(
            Map.of("uses", "0", "lifetime", "1 day"),
            Map.of("uses", "x", "lifetime", "1 day"),
            Map.of("uses", "1", "lifetime", "for ever"),
            Map.<String, String>of())) {
      var refused = browser.submit("/console/invites", "/console/invites/create", wrong);
      assertEquals("/console/invites?done=wrong", refused.header("Location"), wrong.toString());
    }
    assertEquals(403, browser.post("/console/invites/create", asked, Map.of()).status());
  }

  private WireClient.Reply redeem(String code) throws Exception {
    var claim = com.google.protobuf.ByteString.copyFrom(new byte[16]);
    var other = com.google.protobuf.ByteString.copyFromUtf8(UUID.randomUUID().toString());
    var mine = claim.concat(other).substring(16, 32);
    var body = RedeemInvite.newBuilder().setInvite(code).setClaim(mine).build();
    return new WireClient(relay).post(Paths.INVITES, body, "");
  }

  @Test
  void what_is_over_is_removed_at_once() throws Exception {
    var swept = browser.submit("/console", "/console/sweep", Map.of());
    assertEquals("/console", swept.header("Location"));
  }

  @Test
  void codes_limits_and_settings_are_shown() throws Exception {
    var codes = browser.get("/console/codes").body();
    assertTrue(codes.matches("(?s).*<th scope=\"row\">phone</th><td>file</td>.*"), codes);
    assertTrue(codes.contains("100 %"), codes);
    assertTrue(browser.get("/console/limits").says("512 MiB"));
    assertTrue(browser.get("/console/settings").says("inside another program"));
  }

  @Test
  void a_process_that_only_sends_codes_has_pages_of_that_and_no_others() throws Exception {
    var channels = RelayOptions.loopback(folder).otp().channels();
    var otp =
        new OtpOptions(Set.of(Role.OTP), channels, Set.of(), null, List.of(), List.of(), Set.of());
    relay.close();
    var options =
        RelayOptions.loopback(folder.resolve("otp/data"))
            .withOtp(otp)
            .withOperating(Operating.quiet().withAdminPort());
    relay = RunningRelay.with(options, clock);
    var console = new ConsoleBrowser(relay, Map.of());
    console.login(ConsoleLoginTest.setPassword(folder.resolve("otp")));
    assertTrue(console.get("/console").says("Ready to serve."));
    assertTrue(console.get("/console/codes").says("<td>console</td>"));
    for (var path : List.of("/accounts", "/account?id=" + alice.account(), "/limits", "/invites")) {
      assertEquals(404, console.get("/console" + path).status(), path);
    }
    assertEquals(404, console.submit("/console/codes", "/console/sweep", Map.of()).status());
  }

  @Test
  void every_page_can_be_walked_by_keyboard_and_read_aloud() throws Exception {
    for (var path : PAGES) {
      var page = browser.get(path);
      assertEquals(200, page.status(), path);
      assertTrue(page.says("<html lang=\"en\">"), path);
      assertEquals(2, page.body().split("<h1>", -1).length, path);
      assertEquals(2, page.body().split("<main ", -1).length, path);
      assertTrue(page.says("href=\"#main\""), path);
      assertTrue(page.says("href=\"" + path + "\" aria-current=\"page\""), path);
      assertFalse(page.body().contains("tabindex=\"1\""), path);
      assertTrue(page.body().matches("(?s).*<title>[A-Z].+</title>.*"), path);
    }
    var accounts = browser.get("/console/accounts").body();
    assertTrue(accounts.contains("<label for=\"id\">") && accounts.contains("<input id=\"id\""));
  }

  @Test
  void nothing_on_a_page_comes_from_elsewhere_or_is_a_script() throws Exception {
    for (var path : PAGES) {
      var page = browser.get(path).body();
      for (var word : List.of("<script", "style=", "javascript:", "src=", "//")) {
        assertFalse(page.contains(word), path + " has " + word);
      }
      assertFalse(page.matches("(?s).*<[^>]+ on[a-z]+=.*"), path);
    }
    var style = browser.get("/console/style.css");
    assertEquals("text/css; charset=utf-8", style.header("Content-Type"));
    assertFalse(style.says("url(") || style.says("@import"), "nothing else is loaded");
    assertTrue(style.says("prefers-color-scheme: dark"));
  }

  @Test
  void what_people_type_is_only_ever_text() throws Exception {
    var hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%26";
    var page = browser.get("/console/accounts?id=" + hostile);
    assertEquals(404, page.status());
    assertTrue(page.says("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;"), page.body());
    assertFalse(page.says("<script"), page.body());
    assertFalse(browser.get("/console/accounts?done=%3Cb%3E").says("<b>"));
    assertEquals(404, browser.get("/console/%3Cb%3E").status());
    assertEquals(200, browser.get("/console/accounts?after=x&id").status());
  }
}
