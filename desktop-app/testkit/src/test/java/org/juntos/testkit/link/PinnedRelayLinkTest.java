package org.juntos.testkit.link;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.relay.Tls;
import org.juntos.testkit.link.HeardStream.Heard;
import org.juntos.wire.Bytes;

final class PinnedRelayLinkTest extends RelayLinkContract {
  @Override
  Tls tls() {
    return new Tls.SelfSigned();
  }

  @Test
  void another_key_than_that_of_the_invite_link_is_not_trusted() throws Exception {
    var other = new RelayAddress(address().uri(), Bytes.ofHex("ab".repeat(32)));

    assertThrows(UntrustedRelayException.class, () -> links().api(other, null).facts());
    try (var heard = new HeardStream()) {
      heard.use(links().open(other, alice().credentials(), heard));
      assertInstanceOf(StreamClosed.Untrusted.class, heard.next(Heard.Closed.class).why());
    }
  }

  @Test
  void a_self_signed_relay_is_not_trusted_without_its_pin() {
    var unpinned = new RelayAddress(address().uri(), Bytes.EMPTY);

    assertThrows(UntrustedRelayException.class, () -> links().api(unpinned, null).facts());
  }
}
