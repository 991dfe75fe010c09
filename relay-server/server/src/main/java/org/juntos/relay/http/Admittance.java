package org.juntos.relay.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.Accounts;
import org.juntos.relay.account.Suspensions;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Who may ask, and how often: requests without a good token count for their network address, the
/// others for their account. Thread-safe.
final class Admittance {
  private static final int NETWORK_BYTES_OF_IPV6 = 8;
  private static final Duration SUSPENDED_RETRY = Duration.ofMinutes(5);

  private final @Nullable Accounts accounts;
  private final Suspensions suspensions;
  private final RateLimit<String> perAddress;
  private final RateLimit<AccountId> perAccount;

  /// @param accounts null where there are none: then nobody has a token
  Admittance(
      @Nullable Accounts accounts,
      Suspensions suspensions,
      RelayLimits.Requests limits,
      InstantSource clock) {
    var minute = Duration.ofMinutes(1);
    this.accounts = accounts;
    this.suspensions = suspensions;
    this.perAddress = new RateLimit<>(limits.perAddressPerMinute(), minute, clock);
    this.perAccount = new RateLimit<>(limits.perAccountPerMinute(), minute, clock);
  }

  /// Counts a request that shows no token.
  Verdict<String> anybody(String networkAddress) {
    return granted(perAddress.take(networkAddress), networkAddress);
  }

  /// Checks the token of a request and counts it.
  Verdict<DeviceAddress> device(Request request, String networkAddress) throws IOException {
    var token = Exchange.bearerToken(request);
    if (token == null || accounts == null) {
      return anybody(networkAddress)
          .then(_ -> Verdict.refused(ErrorCode.UNAUTHORIZED, "An access token is needed."));
    }
    var device = accounts.authenticate(token);
    return switch (device) {
      case Verdict.Granted<DeviceAddress>(var known) ->
          granted(perAccount.take(known.account()), known).then(this::unsuspended);
      case Verdict.Refused<DeviceAddress> _ -> anybody(networkAddress).then(_ -> device);
    };
  }

  private Verdict<DeviceAddress> unsuspended(DeviceAddress device) {
    return suspensions.holds(device.account())
        ? Verdict.refused(
            ErrorCode.FORBIDDEN,
            "The operator of this relay has suspended this account.",
            SUSPENDED_RETRY)
        : Verdict.granted(device);
  }

  private static <T> Verdict<T> granted(Duration wait, T value) {
    return wait.isZero()
        ? Verdict.granted(value)
        : Verdict.refused(ErrorCode.RATE_LIMITED, "Too many requests.", wait);
  }

  /// What limits count: an IPv4 address, or the /64 network of an IPv6 address, of which one person
  /// has all.
  static String networkAddress(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
        && socket.getAddress() != null) {
      return networkAddress(socket.getAddress());
    }
    return "local";
  }

  static String networkAddress(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES_OF_IPV6))
        : address.getHostAddress();
  }
}
