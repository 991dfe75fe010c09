package org.juntos.engine.online;

import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.route.Addresses;

/// How the stream of this device is made, and where.
public record Ways(RelayLinks links, Addresses addresses, Credentials credentials) {
  /// @param hurried whether to give up soon on an address that is silent
  RelayStream open(RelayAddress address, boolean hurried, StreamListener listener) {
    var chosen = hurried ? links.hurried() : links;
    return chosen.open(address, credentials, listener);
  }

  /// Whether another address is used from now on, because `address` is of no use.
  boolean leave(RelayAddress address) {
    boolean another = addresses.failed(address);
    if (another) {
      links.abandon(address);
    }
    return another;
  }
}
