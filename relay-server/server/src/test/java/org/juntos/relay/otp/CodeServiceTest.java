package org.juntos.relay.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

class CodeServiceTest {
  private static final String NUMBER = "+4915112345678";
  private static final String ADDRESS = "192.0.2.1";
  private static final RelayLimits.Codes RULES = RelayLimits.standard().codes();

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final KeyPair key = TokenKeys.read(TokenKeys.generate(random));
  private final RecordingSender sender = new RecordingSender();
  private final CodeService service =
      new CodeService(
          RULES,
          sender,
          new TokenIssuer(TokenKind.ADMISSION, key.getPrivate(), clock, random),
          new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
          clock,
          random);

  /// Keeps what was sent.
  private static final class RecordingSender implements CodeSender {
    private final List<String> codes = new ArrayList<>();
    private boolean broken;

    @Override
    public void send(String phoneNumber, String code) throws IOException {
      if (broken) {
        throw new IOException("no carrier");
      }
      codes.add(code);
    }

    String last() {
      return codes.getLast();
    }
  }

  @Test
  void the_right_code_brings_an_admission_that_does_not_tell_the_number() {
    var session = start(NUMBER);
    var token = admission(service.submit(session.id(), sender.last()));
    var verified =
        new TokenVerifier(TokenKind.ADMISSION, key.getPublic(), clock).verify(token.text());
    assertNotNull(verified);
    assertFalse(verified.subject().contains("15112345678"), verified.subject());
    assertEquals(6, sender.last().length());
  }

  @Test
  void the_same_number_written_differently_is_the_same_subject() {
    var verifier = new TokenVerifier(TokenKind.ADMISSION, key.getPublic(), clock);
    var one = admission(service.submit(start("+49 151 12345678").id(), sender.last()));
    clock.advance(Duration.ofMinutes(2));
    var other = admission(service.submit(start(NUMBER).id(), sender.last()));
    var first = verifier.verify(one.text());
    var second = verifier.verify(other.text());
    assertNotNull(first);
    assertNotNull(second);
    assertEquals(first.subject(), second.subject());
  }

  @Test
  void asking_again_with_the_right_code_brings_the_same_admission() {
    var session = start(NUMBER);
    var first = admission(service.submit(session.id(), sender.last()));
    assertEquals(first, admission(service.submit(session.id(), sender.last())));
  }

  @Test
  void after_five_wrong_codes_the_right_one_is_too_late() {
    var session = start(NUMBER);
    for (int i = 0; i < RULES.tries(); i++) {
      assertEquals(ErrorCode.CODE_WRONG, refusal(service.submit(session.id(), wrong())));
    }
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(service.submit(session.id(), sender.last())));
  }

  @Test
  void a_code_is_over_after_its_lifetime() {
    var session = start(NUMBER);
    clock.advance(RULES.lifetime());
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(service.submit(session.id(), sender.last())));
  }

  @Test
  void another_code_for_the_number_voids_the_first() {
    var first = start(NUMBER);
    var firstCode = sender.last();
    clock.advance(RULES.resendDelay());
    start(NUMBER);
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(service.submit(first.id(), firstCode)));
  }

  @Test
  void another_code_must_wait_and_the_answer_says_how_long() {
    start(NUMBER);
    clock.advance(Duration.ofSeconds(20));
    var refused = assertInstanceOf(Verdict.Refused.class, service.start(NUMBER, ADDRESS));
    assertEquals(ErrorCode.RATE_LIMITED, refused.code());
    assertEquals(RULES.resendDelay().minusSeconds(20), refused.retryAfter());
  }

  @Test
  void a_number_gets_so_many_codes_a_day() {
    int sent = 0;
    for (int minute = 0; minute < 60; minute++) {
      if (service.start(NUMBER, "192.0.2." + minute) instanceof Verdict.Granted<CodeSession>) {
        sent++;
      }
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(RULES.perNumberPerDay(), sent);
  }

  @Test
  void an_address_gets_so_many_codes_an_hour() {
    int sent = 0;
    for (int i = 0; i < 3 * RULES.perAddressPerHour(); i++) {
      if (service.start("+4915112" + (100_000 + i), ADDRESS)
          instanceof Verdict.Granted<CodeSession>) {
        sent++;
      }
    }
    assertEquals(RULES.perAddressPerHour(), sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "015112345678", "+49", "+999123456789", "+4915112345678;ext=5", "+49\n1"})
  void what_is_no_number_is_refused_and_nothing_is_sent(String text) {
    assertEquals(ErrorCode.PHONE_NUMBER_INVALID, refusal(service.start(text, ADDRESS)));
    assertEquals(List.of(), sender.codes);
  }

  @Test
  void a_code_that_could_not_be_sent_leaves_no_session_and_may_be_asked_for_again() {
    sender.broken = true;
    assertEquals(ErrorCode.UNAVAILABLE, refusal(service.start(NUMBER, ADDRESS)));
    sender.broken = false;
    start(NUMBER);
  }

  @Test
  void a_session_that_never_was_is_over() {
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(service.submit(Bytes.of(new byte[16]), "000000")));
  }

  @Test
  void sweeping_keeps_what_is_alive() {
    var session = start(NUMBER);
    service.sweep();
    admission(service.submit(session.id(), sender.last()));
    clock.advance(RULES.lifetime());
    service.sweep();
    assertEquals(ErrorCode.CODE_EXPIRED, refusal(service.submit(session.id(), sender.last())));
  }

  @Test
  void an_admission_is_no_access_token() {
    var token = admission(service.submit(start(NUMBER).id(), sender.last()));
    assertNull(new TokenVerifier(TokenKind.ACCESS, key.getPublic(), clock).verify(token.text()));
  }

  private CodeSession start(String number) {
    return switch (service.start(number, ADDRESS)) {
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
