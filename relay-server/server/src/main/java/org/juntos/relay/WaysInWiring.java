package org.juntos.relay;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.relay.admission.AdmissionSigner;
import org.juntos.relay.admission.Invites;
import org.juntos.relay.admission.OpenDoor;
import org.juntos.relay.admission.Way;
import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.store.OtpStore;

/// Makes the ways in without a code that are on.
record WaysInWiring(
    AdmissionOptions options, AdmissionSigner signer, InstantSource clock, SecureRandom random) {
  WaysIn of(OtpStore store) {
    var limits = options.limits();
    return new WaysIn(
        options.has(Way.INVITE)
            ? new Invites(store.admissions(), signer, limits, clock, random)
            : null,
        options.has(Way.OPEN) ? new OpenDoor(signer, limits, clock) : null);
  }
}
