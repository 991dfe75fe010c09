package org.juntos.engine.route;

import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.ForwardingApi;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;

/// Requests of a device to its relay, each at the address that is used at its time.
public final class RoamingApi extends ForwardingApi {
  private final RelayLinks links;
  private final Addresses addresses;
  private final Credentials credentials;

  /// @param credentials of this device
  public RoamingApi(RelayLinks links, Addresses addresses, Credentials credentials) {
    this.links = links;
    this.addresses = addresses;
    this.credentials = credentials;
  }

  @Override
  protected RelayApi to() {
    return links.api(addresses.current(), credentials);
  }

  @Override
  public BlobApi blobs() {
    return new RoamingBlobs(super::blobs);
  }
}
