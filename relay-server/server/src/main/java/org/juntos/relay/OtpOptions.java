package org.juntos.relay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.sender.CodeText;

/// Who sends one-time codes, how, and who is trusted to have checked them.
///
/// @param roles what this process does
/// @param channels how codes get to contacts of each kind; for the otp role
/// @param countries ISO 3166 codes of the countries whose numbers get codes; empty for all
/// @param hashKey the key that contacts are hashed with, shared by the otp roles of one relay; null
///   for one of its own
/// @param issuers for the account role: files and addresses with the keys of otp roles elsewhere
/// @param addresses for the account role: where clients reach otp roles elsewhere, best first
/// @param kinds for an account role without the otp role: the kinds that those elsewhere serve
public record OtpOptions(
    Set<Role> roles,
    Map<ContactKind, Channel> channels,
    Set<String> countries,
    @Nullable Path hashKey,
    List<String> issuers,
    List<String> addresses,
    Set<ContactKind> kinds) {
  public OtpOptions {
    roles = Set.copyOf(roles);
    channels = Map.copyOf(channels);
    countries = Set.copyOf(countries);
    issuers = List.copyOf(issuers);
    addresses = List.copyOf(addresses);
    kinds = Set.copyOf(kinds);
  }

  /// The way to contacts of one kind.
  ///
  /// @param secret password or key of the gateway; null when it has none
  /// @param from what the message shows as its sender; may be empty
  /// @param authorities PEM file of the certificates to trust; null for those of this machine
  public record Channel(
      OtpDelivery delivery,
      @Nullable SecretSource secret,
      String from,
      @Nullable Path authorities,
      CodeText text) {
    /// For deliveries that need nothing else.
    public static Channel plain(OtpDelivery delivery) {
      return new Channel(delivery, null, "", null, CodeText.standard());
    }
  }

  /// All roles in one process; codes for phones go to `delivery`.
  public static OtpOptions here(OtpDelivery delivery) {
    return here(Map.of(ContactKind.PHONE, Channel.plain(delivery)));
  }

  /// All roles in one process.
  public static OtpOptions here(Map<ContactKind, Channel> channels) {
    return new OtpOptions(
        Set.of(Role.values()), channels, Set.of(), null, List.of(), List.of(), Set.of());
  }

  boolean has(Role role) {
    return roles.contains(role);
  }
}
