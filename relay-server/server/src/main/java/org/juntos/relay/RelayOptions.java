package org.juntos.relay;

import java.nio.file.Path;
import java.util.List;
import org.juntos.relay.admission.Way;
import org.juntos.relay.limit.RelayLimits;

/// Everything that is decided before a relay starts.
///
/// @param data folder for the database, keys and blobs; made when it is missing
/// @param host address to listen on
/// @param port TCP port; 0 takes any free one
/// @param allowPlain whether to listen without TLS on more than loopback
/// @param publicAddress `host` or `host:port` that clients reach this relay at; empty when that is
///   `host` and `port`
/// @param listed where else clients may reach it, best first
public record RelayOptions(
    Path data,
    String host,
    int port,
    Tls tls,
    OtpOptions otp,
    boolean allowPlain,
    String publicAddress,
    RelayLimits limits,
    Operating operating,
    AdmissionOptions admission,
    List<ListedAddress> listed) {
  /// Loopback only.
  public static final String LOOPBACK = "127.0.0.1";

  public RelayOptions {
    listed = List.copyOf(listed);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  /// A relay for this machine: plain HTTP on a free loopback port, codes on standard output, the
  /// limits of a relay in daily use.
  public static RelayOptions loopback(Path data) {
    return new RelayOptions(
        data,
        LOOPBACK,
        0,
        new Tls.Off(),
        OtpOptions.here(new OtpDelivery.ToLog()),
        false,
        "",
        RelayLimits.standard(),
        Operating.quiet(),
        AdmissionOptions.of(Way.CODE),
        List.of());
  }

  /// The same on another port.
  public RelayOptions withPort(int other) {
    return new RelayOptions(
        data,
        host,
        other,
        tls,
        otp,
        allowPlain,
        publicAddress,
        limits,
        operating,
        admission,
        listed);
  }

  /// The same with another protection.
  public RelayOptions withTls(Tls other) {
    return new RelayOptions(
        data,
        host,
        port,
        other,
        otp,
        allowPlain,
        publicAddress,
        limits,
        operating,
        admission,
        listed);
  }

  /// The same with codes for phones sent elsewhere, and no others.
  public RelayOptions withOtp(OtpDelivery other) {
    return withOtp(OtpOptions.here(other));
  }

  /// The same with codes sent in another way.
  public RelayOptions withOtp(OtpOptions other) {
    return new RelayOptions(
        data,
        host,
        port,
        tls,
        other,
        allowPlain,
        publicAddress,
        limits,
        operating,
        admission,
        listed);
  }

  /// The same with other ways in.
  public RelayOptions withAdmission(AdmissionOptions other) {
    return new RelayOptions(
        data, host, port, tls, otp, allowPlain, publicAddress, limits, operating, other, listed);
  }

  /// The same with other limits.
  public RelayOptions withLimits(RelayLimits other) {
    return new RelayOptions(
        data, host, port, tls, otp, allowPlain, publicAddress, other, operating, admission, listed);
  }

  /// The same run otherwise.
  public RelayOptions withOperating(Operating other) {
    return new RelayOptions(
        data, host, port, tls, otp, allowPlain, publicAddress, limits, other, admission, listed);
  }

  /// The same at other addresses too.
  public RelayOptions withListed(List<ListedAddress> other) {
    return new RelayOptions(
        data, host, port, tls, otp, allowPlain, publicAddress, limits, operating, admission, other);
  }
}
