package org.juntos.relay.http;

import java.util.List;

/// How accounts can be had here, for the relay's info.
///
/// @param policies ways in, for instance `phone-code`
/// @param services addresses of code services elsewhere, best first; empty when codes come from
///   here
/// @param openIdName what people call the identity provider; may be empty
public record CodeOffer(List<String> policies, List<String> services, String openIdName) {
  public CodeOffer {
    policies = List.copyOf(policies);
    services = List.copyOf(services);
  }
}
