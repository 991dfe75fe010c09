package org.juntos.testkit.link;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.relay.Tls;
import org.juntos.testkit.lie.LyingProxy;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.wire.Bytes;

/// A proxy that is asked for no lie changes nothing about what a relay does.
final class ProxiedRelayLinkTest extends RelayLinkContract {
  @SuppressWarnings("NullAway.Init")
  private LyingProxy proxy;

  @Override
  Tls tls() {
    return new Tls.Off();
  }

  @Override
  RelayAddress way(RelayAddress relay) throws IOException {
    proxy = LyingProxy.start(relay.uri(), new LyingRelay());
    return new RelayAddress(proxy.address(), Bytes.EMPTY);
  }

  @AfterAll
  void proxy_ends() {
    proxy.close();
  }
}
