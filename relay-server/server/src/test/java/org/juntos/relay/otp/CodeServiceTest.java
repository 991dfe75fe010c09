package org.juntos.relay.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.Token;
import org.juntos.relay.token.TokenKind;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

class CodeServiceTest {
  private static final String NUMBER = "+4915112345678";
  private static final String ADDRESS = "192.0.2.1";
  private static final RelayLimits.Codes RULES = RelayLimits.standard().codes();

  private @TempDir Path folder;
  private CodeDesk desk;
  private ManualClock clock;
  private CodeDesk.RecordingSender sender;

  @BeforeEach
  void open() throws IOException {
    desk = new CodeDesk(folder, RULES);
    clock = desk.clock;
    sender = desk.sender;
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
  }

  @Test
  void the_right_code_brings_an_admission_that_does_not_tell_the_number() throws IOException {
    var session = start(NUMBER);
    var token = admission(desk.service().submit(session.id(), sender.last()));
    var verified =
        new TokenVerifier(TokenKind.ADMISSION, desk.publicKey(), clock).verify(token.text());
    assertNotNull(verified);
    assertFalse(verified.subject().contains("15112345678"), verified.subject());
    assertEquals(6, sender.last().length());
  }

  @Test
  void the_same_number_written_differently_is_the_same_subject() throws IOException {
    var verifier = new TokenVerifier(TokenKind.ADMISSION, desk.publicKey(), clock);
    var one = admission(desk.service().submit(start("+49 151 12345678").id(), sender.last()));
    clock.advance(Duration.ofMinutes(2));
    var other = admission(desk.service().submit(start(NUMBER).id(), sender.last()));
    var first = verifier.verify(one.text());
    var second = verifier.verify(other.text());
    assertNotNull(first);
    assertNotNull(second);
    assertEquals(first.subject(), second.subject());
  }

  @Test
  void asking_again_with_the_right_code_brings_the_same_admission() throws IOException {
    var session = start(NUMBER);
    var first = admission(desk.service().submit(session.id(), sender.last()));
    assertEquals(first, admission(desk.service().submit(session.id(), sender.last())));
  }

  @Test
  void after_five_wrong_codes_the_right_one_is_too_late() throws IOException {
    var session = start(NUMBER);
    for (int i = 0; i < RULES.tries(); i++) {
      assertEquals(ErrorCode.CODE_WRONG, refusal(desk.service().submit(session.id(), wrong())));
    }
    assertEquals(
        ErrorCode.CODE_EXPIRED, refusal(desk.service().submit(session.id(), sender.last())));
  }

  @Test
  void a_code_is_over_after_its_lifetime() throws IOException {
    var session = start(NUMBER);
    clock.advance(RULES.lifetime());
    assertEquals(
        ErrorCode.CODE_EXPIRED, refusal(desk.service().submit(session.id(), sender.last())));
  }

  @Test
  void another_code_for_the_number_voids_the_first() throws IOException {
    var first = start(NUMBER);
    var firstCode = sender.last();
    clock.advance(RULES.resendDelay());
    start(NUMBER);
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(desk.service().submit(first.id(), firstCode)));
  }

  @Test
  void another_code_must_wait_and_the_answer_says_how_long() throws IOException {
    start(NUMBER);
    clock.advance(Duration.ofSeconds(20));
    var refused = assertInstanceOf(Verdict.Refused.class, desk.ask(NUMBER, ADDRESS));
    assertEquals(ErrorCode.RATE_LIMITED, refused.code());
    assertEquals(RULES.resendDelay().minusSeconds(20), refused.retryAfter());
  }

  @Test
  void a_number_gets_so_many_codes_a_day() throws IOException {
    int sent = 0;
    for (int minute = 0; minute < 60; minute++) {
      if (desk.ask(NUMBER, "192.0.2." + minute) instanceof Verdict.Granted<CodeSession>) {
        sent++;
      }
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(RULES.perNumberPerDay(), sent);
  }

  @Test
  void an_address_gets_so_many_codes_an_hour() throws IOException {
    int sent = 0;
    for (int i = 0; i < 3 * RULES.perAddressPerHour(); i++) {
      if (desk.ask("+4915112" + (100_000 + i), ADDRESS) instanceof Verdict.Granted<CodeSession>) {
        sent++;
      }
    }
    assertEquals(RULES.perAddressPerHour(), sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "015112345678",
        "+49",
        "+999123456789",
        "+4915112345678;ext=5",
        "+49\n1",
        "ana@example.org"
      })
  void what_is_no_number_is_refused_and_nothing_is_sent(String text) throws IOException {
    assertEquals(ErrorCode.PHONE_NUMBER_INVALID, refusal(desk.ask(text, ADDRESS)));
    assertEquals(List.of(), sender.codes);
  }

  @Test
  void a_code_that_could_not_be_sent_leaves_no_session_and_may_be_asked_for_again()
      throws IOException {
    sender.broken = true;
    assertEquals(ErrorCode.CODE_NOT_SENT, refusal(desk.ask(NUMBER, ADDRESS)));
    sender.broken = false;
    start(NUMBER);
  }

  @Test
  void a_session_that_never_was_is_over() throws IOException {
    assertEquals(
        ErrorCode.CODE_EXPIRED, refusal(desk.service().submit(Bytes.of(new byte[16]), "000000")));
  }

  @Test
  void sweeping_keeps_what_is_alive() throws IOException {
    var session = start(NUMBER);
    desk.service().sweep();
    admission(desk.service().submit(session.id(), sender.last()));
    clock.advance(RULES.lifetime());
    desk.service().sweep();
    assertEquals(
        ErrorCode.CODE_EXPIRED, refusal(desk.service().submit(session.id(), sender.last())));
  }

  @Test
  void a_code_that_could_not_be_sent_costs_nothing_and_leaves_the_earlier_one_good()
      throws IOException {
    var first = start(NUMBER);
    clock.advance(RULES.resendDelay());
    sender.broken = true;
    for (int i = 0; i < 2 * RULES.perAddressPerHour(); i++) {
      var refused = assertInstanceOf(Verdict.Refused.class, desk.ask(NUMBER, ADDRESS));
      assertEquals(ErrorCode.CODE_NOT_SENT, refused.code());
      assertEquals(Duration.ofSeconds(30), refused.retryAfter());
    }
    admission(desk.service().submit(first.id(), sender.last()));
  }

  @Test
  void two_requests_for_one_number_at_the_same_moment_send_one_code() throws IOException {
    var seen = new ArrayList<Verdict<CodeSession>>();
    sender.meanwhile = () -> seen.add(unchecked(NUMBER));
    start(NUMBER);
    assertEquals(ErrorCode.RATE_LIMITED, refusal(seen.getFirst()));
    assertEquals(1, sender.codes.size());
  }

  private Verdict<CodeSession> unchecked(String number) {
    try {
      return desk.ask(number, ADDRESS);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void a_sender_that_hangs_holds_only_so_many_requests() {
    var depth = new int[1];
    var nested = new Senders[1];
    nested[0] =
        new Senders(
            Map.of(
                ContactKind.PHONE,
                (to, code) -> {
                  depth[0]++;
                  nested[0].send(to, code);
                }));
    assertTrue(nested[0].send(new Contact(ContactKind.PHONE, NUMBER), "000000"));
    assertEquals(32, depth[0]);
  }

  @Test
  void codes_tries_and_admissions_survive_a_restart() throws IOException {
    var session = start(NUMBER);
    assertEquals(ErrorCode.CODE_WRONG, refusal(desk.service().submit(session.id(), wrong())));
    desk.reopen();
    var refused =
        assertInstanceOf(Verdict.Refused.class, desk.service().submit(session.id(), wrong()));
    assertEquals("The code is wrong; tries left: 3.", refused.detail());
    var token = admission(desk.service().submit(session.id(), sender.last()));
    desk.reopen();
    assertEquals(token, admission(desk.service().submit(session.id(), sender.last())));
    assertEquals(ErrorCode.RATE_LIMITED, refusal(desk.ask(NUMBER, ADDRESS)));
  }

  @Test
  void a_session_names_its_issuer_and_no_other_takes_it() throws IOException {
    var session = start(NUMBER);
    try (var other = new CodeDesk(folder.resolve("other"), RULES)) {
      var refused =
          assertInstanceOf(
              Verdict.Refused.class, other.service().submit(session.id(), sender.last()));
      assertEquals(ErrorCode.CODE_EXPIRED, refused.code());
      assertTrue(refused.detail().contains("Another server"), refused.detail());
    }
    admission(desk.service().submit(session.id(), sender.last()));
  }

  @Test
  void an_e_mail_address_is_proven_like_a_number_and_told_apart() throws IOException {
    var session = granted(desk.mail(" Ana@EXAMPLE.org ", ADDRESS));
    var mail = verified(admission(desk.service().submit(session.id(), sender.last())));
    assertEquals("email", mail.detail());
    assertFalse(mail.subject().contains("ana"), mail.subject());
    assertEquals("ana@example.org", sender.lastTo().address());
    var phone = verified(admission(desk.service().submit(start(NUMBER).id(), sender.last())));
    assertEquals("phone", phone.detail());
    assertNotEquals(mail.subject(), phone.subject());
  }

  private Token verified(SignedToken token) {
    var verifier = new TokenVerifier(TokenKind.ADMISSION, desk.publicKey(), clock);
    return Objects.requireNonNull(verifier.verify(token.text()));
  }

  @Test
  void nothing_of_a_contact_or_a_code_is_on_disk() throws IOException {
    start(NUMBER);
    var number = sender.last();
    granted(desk.mail("canary.bird@example.org", ADDRESS));
    var mail = sender.last();
    desk.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (var canary : List.of("15112345678", "canary", "example.org", ADDRESS, number, mail)) {
          assertFalse(bytes.contains(canary), canary + " is in " + file);
        }
      }
    }
    desk.reopen();
  }

  @Test
  void an_admission_is_no_access_token() throws IOException {
    var token = admission(desk.service().submit(start(NUMBER).id(), sender.last()));
    assertNull(new TokenVerifier(TokenKind.ACCESS, desk.publicKey(), clock).verify(token.text()));
  }

  private CodeSession start(String number) throws IOException {
    return granted(desk.ask(number, ADDRESS));
  }

  private static CodeSession granted(Verdict<CodeSession> verdict) {
    return switch (verdict) {
      case Verdict.Granted<CodeSession>(var session) -> session;
      case Verdict.Refused<CodeSession> refused -> throw new AssertionError(refused.detail());
    };
  }

  private String wrong() {
    return sender.last().equals("000000") ? "000001" : "000000";
  }

  private static SignedToken admission(Verdict<SignedToken> verdict) {
    return switch (verdict) {
      case Verdict.Granted<SignedToken>(var token) -> token;
      case Verdict.Refused<SignedToken> refused -> throw new AssertionError(refused.detail());
    };
  }

  private static ErrorCode refusal(Verdict<?> verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).code();
  }
}
