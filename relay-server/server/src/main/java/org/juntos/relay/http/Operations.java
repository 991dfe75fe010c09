package org.juntos.relay.http;

import org.juntos.relay.account.Suspensions;

/// The operator's side of the server: what is counted, whether it may serve, who is kept out, and
/// whether the log may name addresses for now.
public record Operations(
    Traffic traffic, Readiness readiness, Suspensions suspensions, AddressLog addresses) {}
