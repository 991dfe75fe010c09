package org.juntos.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.token.KeySource;

/// Whether one-time codes can leave this process, or processes elsewhere that send them can be
/// reached. Sends nothing: who carries codes is only connected to.
record SenderCheck(OtpOptions options, SenderWiring wiring) {
  private static final String CHECK = "sender";
  private static final int PATIENCE_MS = 5_000;

  /// One for each sender, and one for each place elsewhere.
  List<Finding> look() {
    var findings = new ArrayList<Finding>();
    for (var kind : ContactKind.values()) {
      var channel = options.channels().get(kind);
      if (channel != null) {
        findings.add(look(kind, channel));
      }
    }
    options.issuers().forEach(issuer -> findings.add(issuer(issuer)));
    options
        .addresses()
        .forEach(address -> findings.add(elsewhere("people get codes from ", address)));
    return findings;
  }

  private Finding look(ContactKind kind, OtpOptions.Channel channel) {
    var what = "one-time codes (" + kind.text() + ")";
    return switch (channel.delivery()) {
      case OtpDelivery.ToLog _ ->
          Finding.warning(
              CHECK,
              what + " are only printed: nobody else gets one",
              "choose another --otp-sender before others register");
      case OtpDelivery.ToFile(var file) -> file(what, file);
      case OtpDelivery.ToWebhook(var address) -> carried(what, channel, Place.of(address));
      case OtpDelivery.ToForm(var base, _) -> carried(what, channel, Place.of(base));
      case OtpDelivery.ToSmpp smpp -> carried(what, channel, new Place(smpp.host(), smpp.port()));
      case OtpDelivery.ToMail mail -> carried(what, channel, new Place(mail.host(), mail.port()));
    };
  }

  private static Finding file(String what, Path file) {
    var folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isWritable(Files.exists(file) ? file : folder)
        ? Finding.warning(CHECK, what + " go to " + file, "for tests only")
        : Finding.failure(CHECK, "cannot write to " + file, "make the folder writable");
  }

  private Finding carried(String what, OtpOptions.Channel channel, Place place) {
    try {
      wiring.sender(channel).close();
    } catch (RelayStartException | IllegalArgumentException missing) {
      return Finding.failure(
          CHECK, String.valueOf(missing.getMessage()), "the relay does not start without it");
    }
    return reached(what + " go to ", place);
  }

  private static Finding issuer(String issuer) {
    if (issuer.contains("://")) {
      return elsewhere("the word on codes comes from ", issuer);
    }
    try {
      new KeySource.File(Path.of(issuer)).read();
      return Finding.ok(CHECK, "the keys of an otp process are in " + issuer);
    } catch (IOException | IllegalArgumentException unread) {
      return Finding.failure(
          CHECK,
          "cannot read the keys of an otp process in " + issuer,
          "save there what it answers to GET /v1/registration/keys");
    }
  }

  private static Finding elsewhere(String what, String address) {
    try {
      return reached(what, Place.of(URI.create(address)));
    } catch (IllegalArgumentException none) {
      return Finding.failure(CHECK, address + " is no address", "give another");
    }
  }

  private static Finding reached(String what, Place place) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(place.host(), place.port()), PATIENCE_MS);
      return Finding.ok(CHECK, what + place + ", which answers");
    } catch (IOException failed) {
      return Finding.failure(
          CHECK,
          what + place + ", which does not answer (" + failed.getClass().getSimpleName() + ")",
          "check the address, and the network and firewalls on the way");
    }
  }

  private record Place(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /// @throws IllegalArgumentException when it names no host
    static Place of(URI address) {
      var invite = "juntos".equals(address.getScheme());
      var uri = invite ? URI.create("relay:/" + address.getPath()) : address;
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("an address without a host");
      }
      int usual = "http".equals(uri.getScheme()) ? HTTP : HTTPS;
      return new Place(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s port %d", host, port);
    }
  }
}
