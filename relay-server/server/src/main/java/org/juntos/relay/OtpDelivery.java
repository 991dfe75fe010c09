package org.juntos.relay;

import java.net.URI;
import java.nio.file.Path;
import org.juntos.relay.otp.sender.MailSender;

/// Where one-time codes go.
public sealed interface OtpDelivery {
  /// One line on standard output for each code, `code for +49… : 123456`.
  record ToLog() implements OtpDelivery {}

  /// One JSON line for each code, appended to `file`: `{"phone":"+49…","code":"123456"}`, or
  /// `email` in place of `phone`.
  record ToFile(Path file) implements OtpDelivery {}

  /// A signed JSON body to an address of the operator's.
  record ToWebhook(URI address) implements OtpDelivery {}

  /// A form to an SMS gateway that speaks like Twilio.
  ///
  /// @param account user name there (the account SID)
  record ToForm(URI base, String account) implements OtpDelivery {}

  /// A short message centre.
  ///
  /// @param tls whether the connection is TLS
  /// @param user the system id
  record ToSmpp(String host, int port, boolean tls, String user) implements OtpDelivery {}

  /// A mail server.
  ///
  /// @param user empty when it asks for none
  record ToMail(String host, int port, MailSender.Protection protection, String user)
      implements OtpDelivery {}
}
