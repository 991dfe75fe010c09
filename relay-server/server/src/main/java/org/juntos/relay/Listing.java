package org.juntos.relay;

import java.net.URI;
import java.time.Instant;
import org.juntos.relay.http.Signed;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.RelayList;

/// Makes the list of a relay's addresses that clients are given.
final class Listing {
  private static final String LABEL = "juntos relay list v1";

  private Listing() {}

  /// Signed under the root that clients took at registration. A relay that lists nothing says so
  /// too, so that clients forget what it listed before.
  ///
  /// @param pin of the relay's own key; empty when there is none to pin
  static Signed of(
      RelayOptions options, String pin, CertificateAuthority authority, Instant madeAt) {
    var scheme = options.tls() instanceof Tls.Off ? "http" : "https";
    var own = URI.create(scheme + "://own:" + options.port());
    var list = RelayList.newBuilder().setMadeAtMs(madeAt.toEpochMilli());
    for (var listed : options.listed()) {
      list.addAddresses(
          RelayList.Address.newBuilder()
              .setAddress(listed.text(own, pin))
              .setRegion(listed.region()));
    }
    var bytes = Bytes.of(list.build().toByteArray());
    return new Signed(bytes, authority.sign(LABEL, bytes));
  }
}
