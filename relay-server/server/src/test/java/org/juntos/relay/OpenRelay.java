package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.http.Services;
import org.juntos.relay.limit.RelayLimits;

/// A relay with every way in, whose parts can be looked at: for the reference of its API.
public final class OpenRelay implements AutoCloseable {
  private final OpenRoles roles;
  private final HttpServer http;
  private final Path codes;

  private OpenRelay(OpenRoles roles, HttpServer http, Path codes) {
    this.roles = roles;
    this.http = http;
    this.codes = codes;
  }

  /// Opens one in `folder`.
  public static OpenRelay in(Path folder) throws IOException {
    var codes = folder.resolve("codes.jsonl");
    var options =
        RelayOptions.loopback(folder.resolve("data"))
            .withOtp(new OtpDelivery.ToFile(codes))
            .withLimits(RelayLimits.unhurried())
            .withAdmission(everyWay(folder));
    var roles = OpenRoles.open(options, InstantSource.system(), new SecureRandom());
    return new OpenRelay(roles, roles.listen(null, new SecureRandom()), codes);
  }

  /// Every way in; the identity provider is nobody.
  static AdmissionOptions everyWay(Path folder) throws IOException {
    var secret = new SecretSource.OfFile(Files.writeString(folder.resolve("secret"), "hush"));
    var nobody = new OpenIdOptions("http://127.0.0.1:1", "the-relay", secret, "Example");
    return new AdmissionOptions(EnumSet.allOf(Way.class), AdmissionLimits.unhurried(), nobody);
  }

  /// What its routes are made of.
  public Services services() {
    return java.util.Objects.requireNonNull(roles.services());
  }

  /// Where it listens.
  public String url() {
    return "http://127.0.0.1:" + http.port();
  }

  /// The access token of a device that registers now.
  public String newToken(String phoneNumber) throws Exception {
    return TestDevice.register(RunningRelay.elsewhere(url(), codes), phoneNumber).token();
  }

  @Override
  public void close() throws IOException {
    http.close();
    roles.close();
  }
}
