package org.juntos.relay.otp.sender;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;
import org.juntos.relay.otp.SendFailedException;

/// Hands each code to a mail server, over a connection of its own.
public final class MailSender implements CodeSender {
  private static final String SUBJECT = "Your Juntos code";

  private final Server server;
  private final String from;
  private final CodeText text;
  private final Retries retries;
  private final InstantSource clock;
  private final Session session;

  /// @param from address of the sender
  /// @param trust whom to trust; null for the certificate authorities of this machine
  public MailSender(
      Server server,
      String from,
      CodeText text,
      @Nullable SSLContext trust,
      Retries retries,
      InstantSource clock) {
    this.server = server;
    this.from = from;
    this.text = text;
    this.retries = retries;
    this.clock = clock;
    this.session = Session.getInstance(properties(server, from, trust));
  }

  /// How a connection is protected.
  public enum Protection {
    /// TLS from the first byte.
    TLS,
    /// TLS once the server has said that it can; without it nothing is sent.
    STARTTLS,
    /// Not at all: for a server on this machine.
    NONE
  }

  /// Where mail is handed in.
  ///
  /// @param user empty when the server asks for none
  /// @param password null when the server asks for none
  public record Server(
      String host, int port, Protection protection, String user, @Nullable Secret password) {}

  private static Properties properties(Server server, String from, @Nullable SSLContext trust) {
    var values = new Properties();
    var patience = Long.toString(Retries.PATIENCE.toMillis());
    values.setProperty("mail.smtp.connectiontimeout", patience);
    values.setProperty("mail.smtp.timeout", patience);
    values.setProperty("mail.smtp.writetimeout", patience);
    values.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    values.setProperty("mail.from", from);
    values.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.protection()) {
      case TLS -> values.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        values.setProperty("mail.smtp.starttls.enable", "true");
        values.setProperty("mail.smtp.starttls.required", "true");
      }
      case NONE -> values.setProperty("mail.smtp.starttls.enable", "false");
    }
    if (trust != null) {
      values.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
    }
    return values;
  }

  @Override
  public void send(Contact to, String code) throws IOException {
    try {
      var message = message(to, code);
      var transport = session.getTransport("smtp");
      retries.run(() -> connected(transport));
      try (transport) {
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException refused) {
      throw new SendFailedException(why(refused), refused);
    }
  }

  private @Nullable String connected(Transport transport) throws IOException {
    var password = server.password();
    try {
      transport.connect(
          server.host(),
          server.port(),
          password == null ? null : server.user(),
          password == null ? null : password.text());
      return null;
    } catch (AuthenticationFailedException refused) {
      throw new SendFailedException("the mail server does not take the password", refused);
    } catch (MessagingException failed) {
      return why(failed);
    }
  }

  private MimeMessage message(Contact to, String code) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address()));
    message.setSubject(SUBJECT, StandardCharsets.UTF_8.name());
    message.setText(text.with(code) + "\n", StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    return message;
  }

  /// The server's words may repeat the address, its number does not.
  private static String why(MessagingException failure) {
    return switch (failure.getNextException() == null ? failure : failure.getNextException()) {
      case SMTPAddressFailedException refused -> "SMTP reply " + refused.getReturnCode();
      case SMTPSendFailedException refused -> "SMTP reply " + refused.getReturnCode();
      case Exception other -> other.getClass().getSimpleName();
    };
  }
}
