package org.juntos.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.sender.ConsoleCodeSender;
import org.juntos.relay.otp.sender.FileCodeSender;
import org.juntos.relay.otp.sender.FormSender;
import org.juntos.relay.otp.sender.HttpGateway;
import org.juntos.relay.otp.sender.MailSender;
import org.juntos.relay.otp.sender.Retries;
import org.juntos.relay.otp.sender.Secret;
import org.juntos.relay.otp.sender.SmppConnections;
import org.juntos.relay.otp.sender.SmppSender;
import org.juntos.relay.otp.sender.WebhookSender;

/// Makes the senders of codes.
final class SenderWiring {
  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, String> environment;
  private final Retries retries;

  /// @param environment where secrets may be
  SenderWiring(InstantSource clock, SecureRandom random, Map<String, String> environment) {
    this.clock = clock;
    this.random = random;
    this.environment = environment;
    this.retries = new Retries(clock, length -> LockSupport.parkNanos(length.toNanos()));
  }

  /// @throws RelayStartException when something that it needs is missing
  CodeSender sender(OtpOptions.Channel channel) throws RelayStartException {
    return switch (channel.delivery()) {
      case OtpDelivery.ToLog() -> new ConsoleCodeSender(System.out);
      case OtpDelivery.ToFile(var file) -> file(file);
      case OtpDelivery.ToWebhook(var address) ->
          new WebhookSender(
              address, secret(channel), channel.text(), gateway(channel), clock, random);
      case OtpDelivery.ToForm(var base, var account) ->
          new FormSender(
              base, account, secret(channel), from(channel), channel.text(), gateway(channel));
      case OtpDelivery.ToSmpp smpp -> smpp(smpp, channel);
      case OtpDelivery.ToMail mail -> mail(mail, channel);
    };
  }

  private static CodeSender file(Path file) throws RelayStartException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new RelayStartException("cannot write one-time codes to " + file);
    }
    return new FileCodeSender(file);
  }

  private CodeSender smpp(OtpDelivery.ToSmpp smpp, OtpOptions.Channel channel)
      throws RelayStartException {
    var trust = trust(channel);
    var tls = smpp.tls() ? trust == null ? usual() : trust : null;
    return new SmppSender(
        new SmppSender.Centre(smpp.host(), smpp.port(), smpp.user(), secret(channel)),
        from(channel),
        channel.text(),
        new SmppConnections(tls),
        retries);
  }

  private CodeSender mail(OtpDelivery.ToMail mail, OtpOptions.Channel channel)
      throws RelayStartException {
    var password = mail.user().isEmpty() ? null : secret(channel);
    return new MailSender(
        new MailSender.Server(mail.host(), mail.port(), mail.protection(), mail.user(), password),
        from(channel),
        channel.text(),
        trust(channel),
        retries,
        clock);
  }

  private HttpGateway gateway(OtpOptions.Channel channel) throws RelayStartException {
    return new HttpGateway(trust(channel), retries);
  }

  private Secret secret(OtpOptions.Channel channel) throws RelayStartException {
    var source = channel.secret();
    if (source == null) {
      throw new RelayStartException(
          "the sender of codes needs a secret: --otp-secret or --otp-email-secret");
    }
    return source.read(environment);
  }

  private static String from(OtpOptions.Channel channel) throws RelayStartException {
    if (channel.from().isEmpty()) {
      throw new RelayStartException(
          "messages with codes need a sender to show: --otp-from or --otp-email-from");
    }
    return channel.from();
  }

  private static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no TLS", impossible);
    }
  }

  private static @Nullable SSLContext trust(OtpOptions.Channel channel) throws RelayStartException {
    var file = channel.authorities();
    return file == null ? null : Authorities.context(file);
  }
}
