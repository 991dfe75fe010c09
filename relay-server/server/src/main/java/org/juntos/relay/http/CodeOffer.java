package org.juntos.relay.http;

import java.util.List;

/// How accounts can be had here, for the relay's info.
///
/// @param policies ways in, for instance `phone-code`
/// @param services addresses of code services elsewhere, best first; empty when codes come from
///   here
public record CodeOffer(List<String> policies, List<String> services) {
  public CodeOffer {
    policies = List.copyOf(policies);
    services = List.copyOf(services);
  }
}
