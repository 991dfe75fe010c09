package org.juntos.relay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.admission.OpenIdProvider;
import org.juntos.relay.admission.Way;

/// Whether people can get in as the settings say.
record AdmissionCheck(AdmissionOptions options) {
  private static final String CHECK = "admission";

  /// One for each way that needs a word.
  List<Finding> look() {
    var findings = new ArrayList<Finding>();
    if (options.has(Way.OPEN)) {
      findings.add(
          Finding.warning(
              CHECK,
              "anybody who reaches this relay can have an account",
              "choose invites, unless that is what you want"));
    }
    var openId = options.openId();
    if (openId != null) {
      findings.add(provider(openId.issuer()));
    }
    return findings;
  }

  private static Finding provider(String issuer) {
    try (var provider = new OpenIdProvider(issuer)) {
      provider.check();
      return Finding.ok(CHECK, "the identity provider " + issuer + " answers");
    } catch (IOException failed) {
      return Finding.failure(
          CHECK,
          "the identity provider "
              + issuer
              + " does not answer as it should ("
              + failed.getClass().getSimpleName()
              + ")",
          "compare --openid-issuer with the issuer that the provider's discovery names");
    }
  }
}
