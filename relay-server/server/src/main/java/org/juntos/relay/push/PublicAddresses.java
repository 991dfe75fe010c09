package org.juntos.relay.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.juntos.wire.PublicAddress;

/// Names that lead to the public Internet, and to nothing else: whoever gives the relay an address
/// must not reach through it what only the relay can reach. Asked at the time of each connection,
/// so that a name cannot change its mind in between.
final class PublicAddresses implements Dns {
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var found = Dns.SYSTEM.lookup(host);
    for (var address : found) {
      if (!PublicAddress.isPublic(address)) {
        throw new UnknownHostException("not a public address");
      }
    }
    return found;
  }
}
