package org.juntos.relay.http;

import org.juntos.relay.admission.WaysIn;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.otp.CodeService;

/// The otp role in a process of its own: what its requests are passed on to.
public record CodeRole(
    CodeOffer offer, CodeService codes, WaysIn waysIn, RelayLimits limits, Operations operations) {}
