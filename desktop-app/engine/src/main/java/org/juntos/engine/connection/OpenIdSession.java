package org.juntos.engine.connection;

import java.net.URI;

/// A sign-in that a relay has begun.
///
/// @param session the `state` of the browser's answer
/// @param authorization what the browser is to open
public record OpenIdSession(String session, URI authorization) {
  /// Whether the browser may be sent there: a relay could name anything.
  public boolean isWeb() {
    var host = authorization.getHost();
    return host != null
        && ("https".equals(authorization.getScheme())
            || ("http".equals(authorization.getScheme()) && RelayAddress.isLoopback(host)));
  }
}
