package org.juntos.relay.otp.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.otp.Contact;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.SendFailedException;
import org.juntos.relay.otp.sender.MailSender.Protection;

/// Against a mail server on this machine.
class MailSenderTest {
  private static final Contact ANA = new Contact(ContactKind.EMAIL, "ana@example.org");
  private static final String FROM = "codes@relay.example";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Retries retries = new Retries(clock, clock::advance);

  private static GreenMail server(String protocol) {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    server.setUser("codes", "the password");
    return server;
  }

  private MailSender sender(
      int port, Protection protection, String password, @Nullable SSLContext trust) {
    var mailServer =
        new MailSender.Server("127.0.0.1", port, protection, "codes", new Secret(password));
    return new MailSender(mailServer, FROM, CodeText.standard(), trust, retries, clock);
  }

  private static int port(GreenMail server) {
    return (server.getSmtps() == null ? server.getSmtp() : server.getSmtps()).getPort();
  }

  @Test
  void a_code_arrives_as_a_plain_mail_that_no_machine_answers() throws Exception {
    var server = server("smtp");
    try {
      sender(port(server), Protection.NONE, "the password", null).send(ANA, "012345");
      var mail = server.getReceivedMessages()[0];
      assertEquals("Your Juntos code", mail.getSubject());
      assertEquals(FROM, mail.getFrom()[0].toString());
      assertEquals("ana@example.org", mail.getAllRecipients()[0].toString());
      assertEquals(
          "012345 is your Juntos code. Give it to nobody.", mail.getContent().toString().strip());
      assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
      assertTrue(mail.getMessageID().endsWith("@relay.example>"), mail.getMessageID());
      assertEquals(clock.instant(), mail.getSentDate().toInstant());
    } finally {
      server.stop();
    }
  }

  @Test
  void a_wrong_password_is_told_without_it() {
    var server = server("smtp");
    try {
      var sender = sender(port(server), Protection.NONE, "wrong", null);
      var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals("the mail server does not take the password", failed.getMessage());
      assertEquals(0, server.getReceivedMessages().length);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_server_that_offers_no_tls_gets_neither_password_nor_code() {
    var server = server("smtp");
    try {
      var sender = sender(port(server), Protection.STARTTLS, "the password", null);
      assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals(0, server.getReceivedMessages().length);
    } finally {
      server.stop();
    }
  }

  @Test
  void over_tls_only_a_trusted_server_gets_codes(@TempDir Path folder) throws Exception {
    var certificate = LocalCertificate.of("127.0.0.1");
    System.setProperty(
        "greenmail.tls.keystore.file", certificate.saved(folder.resolve("p12")).toString());
    System.setProperty("greenmail.tls.keystore.password", LocalCertificate.PASSWORD);
    var server = server("smtps");
    try {
      var strange = sender(port(server), Protection.TLS, "the password", null);
      assertThrows(SendFailedException.class, () -> strange.send(ANA, "012345"));
      assertEquals(0, server.getReceivedMessages().length);
      sender(port(server), Protection.TLS, "the password", certificate.trusting())
          .send(ANA, "012345");
      assertEquals(1, server.getReceivedMessages().length);
    } finally {
      server.stop();
      System.clearProperty("greenmail.tls.keystore.file");
      System.clearProperty("greenmail.tls.keystore.password");
    }
  }

  @Test
  void starttls_is_taken_before_password_and_code_leave() throws Exception {
    var certificate = LocalCertificate.of("127.0.0.1");
    try (var server = new StartTlsServer(certificate)) {
      sender(server.port(), Protection.STARTTLS, "the password", certificate.trusting())
          .send(ANA, "012345");
      var open = server.plain();
      assertFalse(open.contains("AUTH") || open.contains("ana@") || open.contains("012345"), open);
      assertTrue(server.secured().contains("012345 is your Juntos code"), server.secured());
      var strange = sender(server.port(), Protection.STARTTLS, "the password", null);
      assertThrows(SendFailedException.class, () -> strange.send(ANA, "999999"));
      assertFalse(server.secured().contains("999999"));
    }
  }

  @Test
  void a_server_that_is_away_is_tried_again_and_told() {
    var sender = sender(1, Protection.NONE, "the password", null);
    var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
    var why = String.valueOf(failed.getMessage());
    assertTrue(why.endsWith(", tries=3") && !why.contains("ana"), why);
  }
}
