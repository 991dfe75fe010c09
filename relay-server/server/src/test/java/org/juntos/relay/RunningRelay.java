package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;

/// A real relay on a free loopback port, with its codes in a file.
final class RunningRelay implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9]{6})\"");

  private final @Nullable RelayOptions options;
  private final Path codes;
  private final InstantSource clock;
  private final String elsewhere;
  private @Nullable Relay relay;

  private RunningRelay(
      @Nullable RelayOptions options, Path codes, InstantSource clock, String elsewhere)
      throws RelayStartException {
    this.options = options;
    this.codes = codes;
    this.clock = clock;
    this.elsewhere = elsewhere;
    this.relay = options == null ? null : Relay.start(options, clock, new SecureRandom());
  }

  /// A relay that another process runs.
  static RunningRelay elsewhere(String address, Path codes) throws RelayStartException {
    return new RunningRelay(null, codes, InstantSource.system(), address);
  }

  static RunningRelay in(Path folder) throws RelayStartException {
    return in(folder, RelayLimits.unhurried(), InstantSource.system());
  }

  static RunningRelay in(Path folder, RelayLimits limits, InstantSource clock)
      throws RelayStartException {
    return in(folder, limits, clock, new Tls.Off());
  }

  static RunningRelay in(Path folder, RelayLimits limits, InstantSource clock, Tls tls)
      throws RelayStartException {
    var codes = folder.resolve("codes.jsonl");
    var options =
        RelayOptions.loopback(folder.resolve("data"))
            .withOtp(new OtpDelivery.ToFile(codes))
            .withLimits(limits)
            .withTls(tls);
    return new RunningRelay(options, codes, clock, "");
  }

  /// A relay with an operator's port.
  static RunningRelay watched(Path folder) throws RelayStartException {
    return watched(folder, InstantSource.system());
  }

  static RunningRelay watched(Path folder, InstantSource clock) throws RelayStartException {
    return new RunningRelay(watchedOptions(folder), codes(folder), clock, "");
  }

  /// Those of a relay with an operator's port, which puts its codes into the file [#codes].
  static RelayOptions watchedOptions(Path folder) {
    return RelayOptions.loopback(folder.resolve("data"))
        .withOtp(new OtpDelivery.ToFile(codes(folder)))
        .withLimits(RelayLimits.unhurried())
        .withOperating(Operating.quiet().withAdminPort());
  }

  static Path codes(Path folder) {
    return folder.resolve("codes.jsonl");
  }

  /// A relay of other settings; it sends no codes.
  static RunningRelay with(RelayOptions options, InstantSource clock) throws RelayStartException {
    return new RunningRelay(options, options.data().resolve("none"), clock, "");
  }

  /// A relay of other settings, which puts its codes into `codes`.
  static RunningRelay with(RelayOptions options, Path codes) throws RelayStartException {
    return with(options, codes, InstantSource.system());
  }

  static RunningRelay with(RelayOptions options, Path codes, InstantSource clock)
      throws RelayStartException {
    return new RunningRelay(options, codes, clock, "");
  }

  Relay relay() {
    return Objects.requireNonNull(relay);
  }

  String url(String path) {
    return (relay == null ? elsewhere : relay.address()) + path;
  }

  /// The last code that was sent to `phoneNumber`.
  String codeFor(String phoneNumber) throws IOException {
    List<String> lines = Files.readAllLines(codes);
    for (var line : lines.reversed()) {
      if (line.contains(phoneNumber)) {
        var code = CODE.matcher(line);
        if (code.find()) {
          return code.group(1);
        }
      }
    }
    throw new AssertionError("no code was sent to " + phoneNumber);
  }

  /// Stops it and starts it again on the same folder and port.
  void restart() throws RelayStartException {
    int port = relay().port();
    relay().close();
    var same = Objects.requireNonNull(options).withPort(port);
    relay = Relay.start(same, clock, new SecureRandom());
  }

  @Override
  public void close() {
    relay().close();
  }
}
