package org.juntos.engine.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.juntos.wire.Bytes;

/// What a relay says of itself before anyone trusts it with anything.
///
/// @param senderTrustRoot libsignal public key that signs the server certificate inside every
///   sender certificate
/// @param admissionPolicies how an account can be had there
/// @param codeServices addresses of those who send codes for it, best first; empty for itself
/// @param openIdName what people call its identity provider; may be empty
/// @param discovery whether people can be found by phone number there
/// @param now the relay's clock
public record RelayFacts(
    String name,
    String version,
    Bytes senderTrustRoot,
    List<String> admissionPolicies,
    List<String> codeServices,
    String openIdName,
    Limits limits,
    Push push,
    boolean discovery,
    Instant now) {
  public RelayFacts {
    admissionPolicies = List.copyOf(admissionPolicies);
    codeServices = List.copyOf(codeServices);
  }

  /// The same at another time.
  public RelayFacts at(Instant other) {
    return new RelayFacts(
        name,
        version,
        senderTrustRoot,
        admissionPolicies,
        codeServices,
        openIdName,
        limits,
        push,
        discovery,
        other);
  }

  /// How it wakes devices.
  ///
  /// @param ways none when it does not
  /// @param vapidKey what it signs pushes with; empty without `web`
  public record Push(List<String> ways, Bytes vapidKey) {
    public Push {
      ways = List.copyOf(ways);
    }
  }

  /// What the relay accepts.
  ///
  /// @param messageExpiry how long an envelope that nobody acknowledges is kept
  public record Limits(
      int maxCiphertextBytes,
      int maxEnvelopesPerSend,
      long maxBlobBytes,
      Duration messageExpiry,
      Duration blobExpiry,
      int maxDevicesPerAccount) {}
}
