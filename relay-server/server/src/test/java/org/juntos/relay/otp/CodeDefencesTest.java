package org.juntos.relay.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.limit.CodeBudgets;
import org.juntos.relay.limit.CodeBudgets.Breaker;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.ErrorCode;

/// Against those who have codes sent to earn by it, or to annoy.
class CodeDefencesTest {
  private static final Breaker NEVER = CodeBudgets.unhurried().breaker();
  private static final int MANY = Integer.MAX_VALUE;
  private static final String HERE = "192.0.2.1";

  @TempDir Path folder;
  private int next = 100_000;

  private CodeDesk desk(CodeBudgets budgets, String... countries) throws IOException {
    var usual = RelayLimits.standard().codes();
    return new CodeDesk(
        folder,
        new RelayLimits.Codes(
            usual.lifetime(), usual.resendDelay(), usual.tries(), 10, MANY, budgets),
        countries);
  }

  /// A number of the block +49151 that nobody had before.
  private String fresh() {
    return "+4915112" + next++;
  }

  private static ErrorCode refusal(Verdict<?> verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).code();
  }

  private static Duration wait(Verdict<?> verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).retryAfter();
  }

  private static CodeSession granted(Verdict<CodeSession> verdict) {
    return switch (verdict) {
      case Verdict.Granted<CodeSession>(var session) -> session;
      case Verdict.Refused<CodeSession> refused -> throw new AssertionError(refused.detail());
    };
  }

  @Test
  void numbers_of_other_countries_get_nothing() throws IOException {
    try (var desk = desk(CodeBudgets.standard(), "DE", "AT")) {
      granted(desk.ask("+4915112345678", HERE));
      granted(desk.ask("+436641234567", HERE));
      assertEquals(ErrorCode.COUNTRY_NOT_SERVED, refusal(desk.ask("+447400123456", HERE)));
      assertEquals(2, desk.sender.codes.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+499001234567, premium",
    "+498001234567, toll-free",
    "+4918012345678, shared cost",
    "+445612345678, VoIP",
    "+447012345678, personal number",
    "+447640123456, pager"
  })
  void numbers_that_ring_nobodys_pocket_get_nothing(String number, String type) throws IOException {
    try (var desk = desk(CodeBudgets.standard())) {
      assertEquals(ErrorCode.NUMBER_TYPE_REFUSED, refusal(desk.ask(number, HERE)), type);
      assertTrue(desk.sender.codes.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "@example.org",
        "ana@",
        "ana@host",
        "ana@ex ample.org",
        "a na@example.org",
        "ana@example.org\r\nBcc: all@example.org",
        "\"ana\"@example.org",
        "ana@[127.0.0.1]",
        ".ana@example.org",
        "ana..b@example.org",
        "änä@example.org",
        "ana@-example.org"
      })
  void what_is_no_mail_address_is_refused(String text) throws IOException {
    try (var desk = desk(CodeBudgets.standard())) {
      assertEquals(ErrorCode.EMAIL_INVALID, refusal(desk.mail(text, HERE)));
      assertTrue(desk.sender.codes.isEmpty());
    }
  }

  @Test
  void domains_of_other_scripts_are_sent_in_their_ascii_form() throws IOException {
    try (var desk = desk(CodeBudgets.standard())) {
      granted(desk.mail("ana@bücher.example", HERE));
      assertEquals("ana@xn--bcher-kva.example", desk.sender.lastTo().address());
    }
  }

  @Test
  void all_tags_of_one_mailbox_share_its_limit() throws IOException {
    try (var desk = desk(CodeBudgets.standard())) {
      for (int i = 0; i < 10; i++) {
        granted(desk.mail("ana+" + i + "@example.org", HERE));
      }
      assertEquals(ErrorCode.RATE_LIMITED, refusal(desk.mail("ana+x@example.org", HERE)));
      granted(desk.mail("ben@example.org", HERE));
    }
  }

  @Test
  void a_neighbourhood_of_addresses_has_a_budget() throws IOException {
    try (var desk = desk(new CodeBudgets(3, MANY, MANY, NEVER))) {
      for (int i = 0; i < 3; i++) {
        granted(desk.ask(fresh(), "192.0.2." + i));
      }
      assertEquals(ErrorCode.RATE_LIMITED, refusal(desk.ask(fresh(), "192.0.2.77")));
      granted(desk.ask(fresh(), "192.0.3.1"));
      for (int i = 0; i < 3; i++) {
        granted(desk.ask(fresh(), "20010db80001000" + i));
      }
      assertEquals(ErrorCode.RATE_LIMITED, refusal(desk.ask(fresh(), "20010db80001ffff")));
      granted(desk.ask(fresh(), "20010db800020000"));
    }
  }

  @Test
  void numbers_that_begin_alike_have_a_budget_that_refills_and_survives_a_restart()
      throws IOException {
    try (var desk = desk(new CodeBudgets(MANY, 3, MANY, NEVER))) {
      for (int i = 0; i < 3; i++) {
        granted(desk.ask(fresh(), HERE));
      }
      desk.reopen();
      var refused = desk.ask(fresh(), HERE);
      assertEquals(ErrorCode.CODES_PAUSED, refusal(refused));
      granted(desk.ask("+491701234567", HERE));
      desk.clock.advance(wait(refused));
      granted(desk.ask(fresh(), HERE));
    }
  }

  @Test
  void the_relay_has_a_budget_for_the_day() throws IOException {
    try (var desk = desk(new CodeBudgets(MANY, MANY, 5, NEVER))) {
      for (int i = 0; i < 5; i++) {
        granted(desk.mail("p" + i + "@d" + i + ".example", HERE));
      }
      desk.reopen();
      assertEquals(ErrorCode.CODES_PAUSED, refusal(desk.ask(fresh(), "198.51.100.1")));
      desk.clock.advance(Duration.ofDays(1));
      granted(desk.ask(fresh(), "198.51.100.1"));
    }
  }

  private static CodeBudgets breaker(int codes, int percent) {
    return new CodeBudgets(
        MANY, MANY, MANY, new Breaker(codes, percent, Duration.ofMinutes(5), Duration.ofHours(1)));
  }

  @Test
  void a_block_of_numbers_whose_codes_nobody_enters_is_closed_and_judged_anew_later()
      throws IOException {
    try (var desk = desk(breaker(4, 50))) {
      for (int i = 0; i < 4; i++) {
        granted(desk.ask(fresh(), HERE));
      }
      granted(desk.ask(fresh(), HERE)); // none of them is late yet
      desk.clock.advance(Duration.ofMinutes(5));
      var refused = desk.ask(fresh(), HERE);
      assertEquals(ErrorCode.CODES_PAUSED, refusal(refused));
      assertEquals(Duration.ofHours(1), wait(refused));
      granted(desk.ask("+491701234567", HERE));
      desk.reopen();
      desk.clock.advance(Duration.ofMinutes(59));
      assertEquals(Duration.ofMinutes(1), wait(desk.ask(fresh(), HERE)));
      desk.clock.advance(Duration.ofMinutes(1));
      granted(desk.ask(fresh(), HERE));
    }
  }

  @Test
  void a_block_whose_codes_are_entered_stays_open() throws IOException {
    try (var desk = desk(breaker(4, 50))) {
      for (int i = 0; i < 12; i++) {
        var session = granted(desk.ask(fresh(), HERE));
        if (i % 2 == 0) {
          var entered = desk.service().submit(session.id(), desk.sender.last());
          assertInstanceOf(Verdict.Granted.class, entered);
        }
        desk.clock.advance(Duration.ofMinutes(5));
      }
    }
  }

  @Test
  void what_was_remembered_is_forgotten_when_it_is_over() throws IOException {
    try (var desk = desk(new CodeBudgets(3, 3, 3, NEVER))) {
      for (int i = 0; i < 3; i++) {
        granted(desk.ask(fresh(), HERE));
      }
      desk.clock.advance(Duration.ofDays(8));
      desk.service().sweep();
      desk.clock.advance(Duration.ofDays(-8)); // even before it, nothing is left to refuse for
      granted(desk.ask(fresh(), HERE));
    }
  }
}
