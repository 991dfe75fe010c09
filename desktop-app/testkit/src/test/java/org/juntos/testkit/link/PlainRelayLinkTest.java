package org.juntos.testkit.link;

import org.juntos.relay.Tls;

final class PlainRelayLinkTest extends RelayLinkContract {
  @Override
  Tls tls() {
    return new Tls.Off();
  }
}
