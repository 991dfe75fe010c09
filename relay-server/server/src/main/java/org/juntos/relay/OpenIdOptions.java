package org.juntos.relay;

import org.jspecify.annotations.Nullable;

/// The identity provider that people sign in with.
///
/// @param issuer as it calls itself
/// @param client what it knows the relay as
/// @param secret null for a public client
/// @param name what people call it; may be empty
public record OpenIdOptions(
    String issuer, String client, @Nullable SecretSource secret, String name) {}
