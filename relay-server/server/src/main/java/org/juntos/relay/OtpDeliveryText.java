package org.juntos.relay;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.sender.MailSender.Protection;

/// Reads where codes go from the form that the command line has.
final class OtpDeliveryText {
  private static final int SMPP_PORT = 2_775;
  private static final int SMPP_TLS_PORT = 3_550;
  private static final int MAIL_PORT = 587;
  private static final int MAIL_TLS_PORT = 465;
  private static final int PLAIN_MAIL_PORT = 25;
  private static final int HIGHEST_PORT = 65_535;

  private OtpDeliveryText() {}

  /// @throws IllegalArgumentException with one sentence when it is none for contacts of `kind`
  static OtpDelivery parse(String text, ContactKind kind) {
    int colon = text.indexOf(':');
    var scheme = colon < 0 ? text : text.substring(0, colon);
    var rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (scheme) {
      case "log" -> new OtpDelivery.ToLog();
      case "file" -> new OtpDelivery.ToFile(Path.of(some(rest, "file:PATH")));
      case "webhook" -> new OtpDelivery.ToWebhook(web(uri(rest)));
      case "twilio" -> twilio(uri(rest), kind);
      case "smpp", "smpps" -> smpp(uri(text), kind);
      case "smtp", "smtps", "smtp-plain" -> mail(uri(text), kind);
      default ->
          throw new IllegalArgumentException(
              "must be log, file:PATH, "
                  + (kind == ContactKind.PHONE
                      ? "webhook:URL, twilio:URL, smpp://, smpps://"
                      : "webhook:URL, smtp://, smtps://, smtp-plain://")
                  + " or none, not '"
                  + scheme
                  + "'");
    };
  }

  private static OtpDelivery twilio(URI uri, ContactKind kind) {
    only(ContactKind.PHONE, kind);
    var account = some(user(uri), "twilio:https://ACCOUNT@HOST");
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    var base = URI.create(uri.getScheme() + "://" + uri.getHost() + port + "/");
    return new OtpDelivery.ToForm(web(base), account);
  }

  private static OtpDelivery smpp(URI uri, ContactKind kind) {
    only(ContactKind.PHONE, kind);
    boolean tls = uri.getScheme().equals("smpps");
    var user = some(user(uri), "smpp://USER@HOST:PORT");
    return new OtpDelivery.ToSmpp(
        uri.getHost(), port(uri, tls ? SMPP_TLS_PORT : SMPP_PORT), tls, user);
  }

  private static OtpDelivery mail(URI uri, ContactKind kind) {
    only(ContactKind.EMAIL, kind);
    return switch (uri.getScheme()) {
      case "smtps" -> mail(uri, Protection.TLS, MAIL_TLS_PORT);
      case "smtp" -> mail(uri, Protection.STARTTLS, MAIL_PORT);
      default -> {
        if (!isLoopback(uri.getHost())) {
          throw new IllegalArgumentException(
              "smtp-plain is for a mail server on this machine; use smtp or smtps");
        }
        yield mail(uri, Protection.NONE, PLAIN_MAIL_PORT);
      }
    };
  }

  private static OtpDelivery mail(URI uri, Protection protection, int usual) {
    return new OtpDelivery.ToMail(uri.getHost(), port(uri, usual), protection, user(uri));
  }

  private static int port(URI uri, int usual) {
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  private static URI uri(String text) {
    try {
      var uri = new URI(text);
      if (uri.getHost() != null && uri.getScheme() != null && uri.getPort() <= HIGHEST_PORT) {
        return uri;
      }
    } catch (URISyntaxException _) { // said below
    }
    throw new IllegalArgumentException("a sender of codes needs an address with a host and port");
  }

  /// Codes and secrets do not cross a network in the open.
  static URI web(URI uri) {
    boolean safe =
        switch (uri.getScheme()) {
          case "https" -> true;
          case "http" -> isLoopback(uri.getHost());
          default -> false;
        };
    if (!safe) {
      throw new IllegalArgumentException("https is needed, except on this machine");
    }
    return uri;
  }

  private static String user(URI uri) {
    var user = Objects.requireNonNullElse(uri.getUserInfo(), "");
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "a password on the command line is seen by everybody here; put it into a file or variable");
    }
    return user;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) { // then it is not this machine
      return false;
    }
  }

  private static void only(ContactKind wanted, ContactKind kind) {
    if (wanted != kind) {
      throw new IllegalArgumentException("this sender is for the other kind of address");
    }
  }

  private static String some(String value, String form) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a sender of codes must look like " + form);
    }
    return value;
  }
}
