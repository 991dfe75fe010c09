package org.juntos.relay;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.juntos.relay.admission.AdmissionSigner;
import org.juntos.relay.admission.Invites;
import org.juntos.relay.admission.Logins;
import org.juntos.relay.admission.OpenDoor;
import org.juntos.relay.admission.OpenIdClient;
import org.juntos.relay.admission.OpenIdLogins;
import org.juntos.relay.admission.OpenIdProvider;
import org.juntos.relay.admission.Way;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.store.OtpStore;

/// Makes the ways in without a code that are on.
record WaysInWiring(
    AdmissionOptions options, AdmissionSigner signer, InstantSource clock, SecureRandom random) {
  /// @param environment where secrets may be
  WaysIn of(OtpStore store, Map<String, String> environment) throws RelayStartException {
    var limits = options.limits();
    return new WaysIn(
        options.has(Way.INVITE)
            ? new Invites(store.admissions(), signer, limits, clock, random)
            : null,
        options.has(Way.PASSWORD)
            ? new Logins(store.admissions(), signer, limits, clock, random)
            : null,
        options.has(Way.OPENID) ? openId(environment) : null,
        options.has(Way.OPEN) ? new OpenDoor(signer, limits, clock) : null);
  }

  private OpenIdLogins openId(Map<String, String> environment) throws RelayStartException {
    var said = options.openId();
    if (said == null) {
      throw new RelayStartException(
          "admission with openid needs --openid-issuer and --openid-client");
    }
    var secret = said.secret();
    var client = new OpenIdClient(said.client(), secret == null ? null : secret.read(environment));
    return new OpenIdLogins(
        new OpenIdProvider(said.issuer()), client, signer, options.limits(), clock, random);
  }
}
