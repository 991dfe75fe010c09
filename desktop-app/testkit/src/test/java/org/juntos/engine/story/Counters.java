package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.relay.OtpOptions;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.Role;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.otp.ContactKind;
import org.juntos.testkit.Codes;

/// A relay with accounts only, and two code services of their own behind it.
final class Counters implements AutoCloseable {
  private final Path folder;
  private final Relay first;
  private final Relay second;
  private final Relay accounts;

  Counters(Path folder) throws IOException {
    this.folder = folder;
    first = codes("first", null);
    var shared = folder.resolve("first/keys/number-hash");
    second = codes("second", shared);
    var urls = List.of(first.address().toString(), second.address().toString());
    var options =
        new OtpOptions(
            Set.of(Role.ACCOUNT),
            Map.of(),
            Set.of(),
            null,
            urls,
            urls,
            Set.of(ContactKind.PHONE, ContactKind.EMAIL));
    accounts = start("accounts", options);
  }

  private Relay codes(String name, @org.jspecify.annotations.Nullable Path hashKey)
      throws IOException {
    var file = Files.createDirectories(folder.resolve(name)).resolve("codes");
    var here = Codes.bothTo(file);
    return start(
        name,
        new OtpOptions(
            Set.of(Role.OTP), here.channels(), Set.of(), hashKey, List.of(), List.of(), Set.of()));
  }

  private Relay start(String name, OtpOptions options) throws IOException {
    var all =
        RelayOptions.loopback(folder.resolve(name))
            .withOtp(options)
            .withLimits(RelayLimits.unhurried());
    return Relay.start(all, InstantSource.system(), new SecureRandom());
  }

  String address() {
    return accounts.address().toString();
  }

  /// Ends the code service that clients prefer.
  void killFirst() {
    first.close();
  }

  String codeOfFirst(String target) throws IOException {
    return Codes.last(folder.resolve("first/codes"), target);
  }

  String codeOfSecond(String target) throws IOException {
    return Codes.last(folder.resolve("second/codes"), target);
  }

  @Override
  public void close() {
    accounts.close();
    first.close();
    second.close();
  }
}
