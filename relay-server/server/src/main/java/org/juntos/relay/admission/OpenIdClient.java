package org.juntos.relay.admission;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.sender.Secret;

/// What a provider knows the relay as.
///
/// @param secret null for a public client
public record OpenIdClient(String id, @Nullable Secret secret) {
  void secret(Map<String, String> form) {
    if (secret != null) {
      form.put("client_secret", secret.text());
    }
  }
}
