package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ReportAccount;
import org.juntos.wire.proto.ReportAccount.Reason;

/// Accounts are reported to the operator, who sees counts.
class ReportTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T10:00:00Z"));
  private RunningRelay relay;
  private TestDevice ana;
  private TestDevice ben;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.watched(folder, clock);
    ana = TestDevice.register(relay, "+4915112345678");
    ben = TestDevice.register(relay, "+4915112345679");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static WireClient.Reply report(TestDevice by, AccountId of, Reason reason)
      throws Exception {
    var body =
        ReportAccount.newBuilder()
            .setAccountId(ByteString.copyFrom(of.bytes().toArray()))
            .setReason(reason)
            .build();
    return by.client().post(Paths.REPORTS, body, by.token());
  }

  private String admin(String... words) {
    var all = new ArrayList<>(List.of("admin", "--data", folder.resolve("data").toString()));
    all.addAll(Arrays.asList(words));
    var out = new StringWriter();
    RelayMain.execute(
        all.toArray(new String[0]), Map.of(), _ -> 9, new PrintWriter(out), new PrintWriter(out));
    return out.toString();
  }

  @Test
  void reports_are_counted_by_reason_once_a_day_and_the_operator_sees_and_clears_them()
      throws Exception {
    var account = ana.account();
    assertEquals("reports: none\n", admin("reports"));
    assertEquals(204, report(ben, account, Reason.SPAM).status());
    assertEquals(204, report(ben, account, Reason.ABUSE).status());
    clock.advance(Duration.ofHours(25));
    var cem = TestDevice.register(relay, "+4915112345680");
    assertEquals(204, report(cem, account, Reason.SPAM).status());
    var shown = admin("reports");
    assertTrue(
        shown.contains(
            "account "
                + account
                + "  reason spam  reports 2  firstDay 2026-01-01  lastDay 2026-01-02"),
        shown);
    assertFalse(shown.contains("abuse") || shown.contains(ben.account().toString()), shown);
    assertEquals("done\n", admin("reports", "--clear", account.toString()));
    assertTrue(admin("reports", "--clear", account.toString()).contains("no reports"));
    assertEquals("reports: none\n", admin("reports"));
  }

  @Test
  void nothing_about_who_reported_is_written_down() throws Exception {
    var cem = TestDevice.register(relay, "+4915112345680");
    assertEquals(204, report(ben, ana.account(), Reason.SPAM).status());
    relay.close();
    var database = Files.readString(folder.resolve("data/relay.db"), StandardCharsets.ISO_8859_1);
    assertEquals(count(database, cem.account()), count(database, ben.account()));
  }

  /// How often the id of an account is in a file.
  private static int count(String file, AccountId account) {
    var id = new String(account.bytes().toArray(), StandardCharsets.ISO_8859_1);
    return file.split(Pattern.quote(id), -1).length;
  }

  @Test
  void there_are_so_many_a_day_and_the_unknown_look_like_the_known() throws Exception {
    for (var i = 0; i < 20; i++) {
      var nobody = new AccountId(UUID.randomUUID());
      assertEquals(204, report(ben, nobody, Reason.OTHER).status());
    }
    var over = report(ben, ana.account(), Reason.SPAM);
    assertEquals(429, over.status());
    assertTrue(over.hasCode("rate-limited"), over.text());
    assertEquals("reports: none\n", admin("reports"));
  }

  @Test
  void what_is_no_report_is_refused_with_a_reason() throws Exception {
    assertEquals(403, report(ana, ana.account(), Reason.SPAM).status());
    assertEquals(400, report(ana, ben.account(), Reason.REASON_UNSPECIFIED).status());
    var short0 = ReportAccount.newBuilder().setAccountId(ByteString.copyFrom(new byte[3])).build();
    assertEquals(400, ana.client().post(Paths.REPORTS, short0, ana.token()).status());
    assertEquals(401, ana.client().post(Paths.REPORTS, short0, "none").status());
  }
}
