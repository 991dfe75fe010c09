package org.juntos.relay.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.discovery.Discovery;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.DiscoveryOffer;
import org.juntos.wire.proto.Limits;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.StatusLimits;

/// What this relay is and whether it works.
final class InfoEndpoints {
  private final CodeOffer offer;
  private final @Nullable CertificateAuthority certificates;
  private final @Nullable Signed listing;
  private final RelayLimits limits;
  private final InstantSource clock;
  private final Readiness readiness;
  private final @Nullable Waking waking;
  private final @Nullable Signed groups;
  private final @Nullable Discovery discovery;

  /// @param certificates null where there are no accounts
  /// @param listing null where there are no accounts
  /// @param waking null where there are no accounts
  /// @param groups params of groups; null where there are no accounts
  /// @param discovery null where nobody is found by number
  InfoEndpoints(
      CodeOffer offer,
      @Nullable CertificateAuthority certificates,
      @Nullable Signed listing,
      RelayLimits limits,
      InstantSource clock,
      Readiness readiness,
      @Nullable Waking waking,
      @Nullable Signed groups,
      @Nullable Discovery discovery) {
    this.offer = offer;
    this.certificates = certificates;
    this.listing = listing;
    this.limits = limits;
    this.clock = clock;
    this.readiness = readiness;
    this.waking = waking;
    this.groups = groups;
    this.discovery = discovery;
  }

  List<Route> routes() {
    return List.of(
        Route.open("GET", Paths.RELAY, _ -> new Answer.Message(200, info()))
            .about(
                About.says(
                        "Tells what a client has to know before it trusts this relay with"
                            + " anything.")
                    .gives(200, RelayInfo.class)),
        Route.open("GET", Paths.HEALTH_LIVE, _ -> new Answer.Json(200, "{\"status\":\"live\"}"))
            .about(
                About.says("Says that the process lives.")
                    .gives(About.Gives.json("`{\"status\":\"live\"}`"))),
        Route.open("GET", Paths.HEALTH_READY, _ -> readiness())
            .about(
                About.says("Says whether requests can be served now; if not, 503 says why.")
                    .gives(About.Gives.json("`{\"status\":\"ready\"}`"))),
        Route.open("GET", Paths.VERSION, _ -> new Answer.Json(200, version()))
            .about(
                About.says("Tells name and version of the program.")
                    .gives(About.Gives.json("`name` and `version`"))));
  }

  private Answer readiness() {
    var whyNot = readiness.whyNot();
    return whyNot == null
        ? new Answer.Json(200, "{\"status\":\"ready\"}")
        : new Answer.Problem(
            new Verdict.Refused<>(
                ErrorCode.UNAVAILABLE, "Not ready: " + whyNot + ".", Duration.ZERO));
  }

  private static String version() {
    return "{\"name\":\"" + Version.NAME + "\",\"version\":\"" + Version.NUMBER + "\"}";
  }

  private RelayInfo info() {
    var info = RelayInfo.newBuilder();
    if (listing != null) {
      info.setRelayList(ToWire.list(listing));
    }
    if (certificates != null) {
      info.setStatuses(
          StatusLimits.newBuilder()
              .setPerDay(WireLimits.MAX_STATUSES)
              .setMaxBytes(Math.min(WireLimits.MAX_STATUS_BYTES, limits.blobs().bytes())));
    }
    if (waking != null && waking.isOn()) {
      info.setPush(waking.offer());
    }
    if (groups != null) {
      info.setGroups(ToWire.groups(groups));
    }
    if (discovery != null) {
      info.setDiscovery(DiscoveryOffer.newBuilder().setNumbersPerDay(discovery.numbersPerDay()));
    }
    return info.setName(Version.NAME)
        .setVersion(Version.NUMBER)
        .setSenderTrustRoot(
            ToWire.bytes(certificates == null ? Bytes.EMPTY : certificates.trustRoot()))
        .addAllAdmissionPolicies(offer.policies())
        .addAllCodeServices(offer.services())
        .setOpenidName(offer.openIdName())
        .setLimits(
            Limits.newBuilder()
                .setMaxCiphertextBytes(WireLimits.MAX_CIPHERTEXT_BYTES)
                .setMaxEnvelopesPerSend(WireLimits.MAX_ENVELOPES_PER_SEND)
                .setMaxBlobBytes(limits.blobs().bytes())
                .setMessageExpiryMs(limits.mailbox().expiry().toMillis())
                .setBlobExpiryMs(limits.blobs().expiry().toMillis())
                .setMaxDevicesPerAccount(WireLimits.MAX_DEVICES))
        .setNowMs(clock.millis())
        .build();
  }
}
