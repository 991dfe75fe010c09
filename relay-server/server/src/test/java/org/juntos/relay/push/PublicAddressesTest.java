package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.wire.PublicAddress;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1"
      })
  void are_not_those_that_only_some_can_reach(String address) throws Exception {
    assertFalse(PublicAddress.isPublic(InetAddress.ofLiteral(address)));
    assertEquals(true, PublicAddress.isPrivateLiteral(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "2001:4860::8888"
      })
  void are_those_of_everybody(String address) {
    assertFalse(PublicAddress.isPrivateLiteral(address));
  }

  @Test
  void a_name_that_leads_to_this_machine_is_not_connected_to() {
    assertThrows(UnknownHostException.class, () -> new PublicAddresses().lookup("localhost"));
    for (var host : new String[] {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"}) {
      var request = new Request.Builder().url("https://" + host + ":9/").build();
      try (var http = PushHttp.outside(null)) {
        assertThrows(UnknownHostException.class, () -> http.send(request), host);
      }
    }
  }

  @Test
  void a_name_is_not_an_address() {
    assertFalse(PublicAddress.isPrivateLiteral("push.example.org"));
  }
}
