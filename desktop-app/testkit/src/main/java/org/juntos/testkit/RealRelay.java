package org.juntos.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayAddress.Parsed;
import org.juntos.relay.ListedAddress;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.Tls;
import org.juntos.relay.limit.RelayLimits;

/// A whole relay on a free port of this machine, without rate limits.
public final class RealRelay implements AutoCloseable {
  private final Path codes;
  private final InstantSource clock;
  private final SecureRandom random;
  private RelayOptions options;
  private Relay relay;

  private RealRelay(Path codes, InstantSource clock, SecureRandom random, RelayOptions options)
      throws IOException {
    this.codes = codes;
    this.clock = clock;
    this.random = random;
    this.options = options;
    this.relay = start();
  }

  /// Starts one with its data in `folder`.
  public static RealRelay start(Path folder, Tls tls, InstantSource clock, SecureRandom random)
      throws IOException {
    var codes = Files.createDirectories(folder).resolve("codes");
    var options =
        RelayOptions.loopback(folder.resolve("relay"))
            .withTls(tls)
            .withOtp(Codes.bothTo(codes))
            .withLimits(RelayLimits.unhurried());
    return new RealRelay(codes, clock, random, options);
  }

  private Relay start() throws IOException {
    return Relay.start(options, clock, random);
  }

  /// Stops it and starts it again, on the same port and data.
  public void restart() throws IOException {
    stop();
    relay = start();
  }

  /// Stops it and starts it again; from then on it says that it is reached at `addresses`.
  public void list(List<ListedAddress> addresses) throws IOException {
    stop();
    options = options.withListed(addresses);
    relay = start();
  }

  /// Stops it.
  public void stop() {
    options = options.withPort(relay.port());
    relay.close();
  }

  /// As its invite link says.
  public RelayAddress address() {
    return switch (RelayAddress.parse(relay.inviteLink())) {
      case Parsed.Valid(var address) -> address;
      case Parsed.Invalid(var why) -> throw new IllegalStateException(why);
    };
  }

  /// The last code that was sent to a number or an e-mail address.
  public String code(String phoneNumber) throws IOException {
    return Codes.last(codes, phoneNumber);
  }

  @Override
  public void close() {
    relay.close();
  }
}
