package org.juntos.relay.otp.sender;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.otp.Contact;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.SendFailedException;

/// Against the server of the SMPP library.
class SmppSenderTest {
  private static final int NOBODY_LISTENS = 1;
  private static final Contact ANA = new Contact(ContactKind.PHONE, "+4915112345678");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Retries retries = new Retries(clock, clock::advance);

  private SmppSender sender(LocalSmsc centre, String from, String template) {
    return sender(centre, from, template, LocalSmsc.PASSWORD);
  }

  private SmppSender sender(LocalSmsc centre, String from, String template, String password) {
    return sender(centre.port(), from, template, password, null);
  }

  private SmppSender sender(
      int port, String from, String template, String password, @Nullable SSLContext trust) {
    return new SmppSender(
        new SmppSender.Centre("127.0.0.1", port, "relay", new Secret(password)),
        from,
        new CodeText(template),
        new SmppConnections(trust),
        retries);
  }

  @Test
  void a_text_of_the_gsm_alphabet_goes_as_such() throws Exception {
    try (var centre = new LocalSmsc();
        var sender = sender(centre, "Juntos", "{code}: 5 € für @na")) {
      sender.send(ANA, "012345");
      var got = centre.next();
      assertEquals("4915112345678", got.getDestAddress());
      assertEquals(1, got.getDestAddrTon());
      assertEquals(1, got.getDestAddrNpi());
      assertEquals("Juntos", got.getSourceAddr());
      assertEquals(5, got.getSourceAddrTon());
      assertEquals(0, got.getDataCoding());
      assertArrayEquals(
          ShortMessage.of("012345: 5 € für @na").octets().toArray(), got.getShortMessage());
      assertEquals("000000001000000R", got.getValidityPeriod());
      assertEquals("TX", centre.bindType());
    }
  }

  @Test
  void any_other_text_goes_as_ucs_2() throws Exception {
    try (var centre = new LocalSmsc();
        var sender = sender(centre, "+15550100", "Ваш код: {code}")) {
      sender.send(ANA, "012345");
      var got = centre.next();
      assertEquals(8, got.getDataCoding());
      assertEquals("Ваш код: 012345", new String(got.getShortMessage(), StandardCharsets.UTF_16BE));
      assertEquals("15550100", got.getSourceAddr());
      assertEquals(1, got.getSourceAddrTon());
    }
  }

  @Test
  void one_session_carries_many_codes_and_is_made_anew_when_it_broke() throws Exception {
    try (var centre = new LocalSmsc();
        var sender = sender(centre, "12345", "{code}")) {
      sender.send(ANA, "000001");
      sender.send(ANA, "000002");
      assertEquals(1, centre.binds());
      centre.cut();
      try {
        sender.send(ANA, "000003");
      } catch (SendFailedException _) { // it left before the break was seen: nobody knows of it
        sender.send(ANA, "000003");
      }
      assertEquals(2, centre.binds());
      assertEquals("000001", text(centre));
      assertEquals("000002", text(centre));
      assertEquals("000003", text(centre));
    }
  }

  private static String text(LocalSmsc centre) throws InterruptedException {
    return new String(centre.next().getShortMessage(), StandardCharsets.US_ASCII);
  }

  @Test
  void what_the_centre_refuses_is_told_by_its_number() throws Exception {
    try (var centre = new LocalSmsc();
        var sender = sender(centre, "Juntos", "{code}")) {
      centre.refuse(0x58);
      assertEquals("SMPP status 88", whyNot(sender));
    }
  }

  @Test
  void over_tls_only_a_trusted_centre_of_the_right_name_gets_codes() throws Exception {
    var right = LocalCertificate.of("127.0.0.1");
    try (var centre = new LocalSmsc(right.socket());
        var sender = sender(centre.port(), "1", "{code}", LocalSmsc.PASSWORD, right.trusting());
        var stranger =
            sender(centre.port(), "1", "{code}", LocalSmsc.PASSWORD, SSLContext.getDefault())) {
      sender.send(ANA, "012345");
      assertEquals("012345", text(centre));
      assertThrows(SendFailedException.class, () -> stranger.send(ANA, "012345"));
    }
    var wrong = LocalCertificate.of("127.0.0.2");
    try (var centre = new LocalSmsc(wrong.socket());
        var sender = sender(centre.port(), "1", "{code}", LocalSmsc.PASSWORD, wrong.trusting())) {
      assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
    }
  }

  @Test
  void a_wrong_password_and_an_absent_centre_are_told() throws Exception {
    try (var centre = new LocalSmsc();
        var sender = sender(centre, "Juntos", "{code}", "wrong")) {
      assertEquals("cannot bind: IOException, tries=3", whyNot(sender));
    }
    try (var sender = sender(NOBODY_LISTENS, "Juntos", "{code}", LocalSmsc.PASSWORD, null)) {
      assertEquals("cannot bind: ConnectException, tries=3", whyNot(sender));
    }
  }

  private static String whyNot(SmppSender sender) {
    var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
    return String.valueOf(failed.getMessage());
  }
}
