package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

final class LinkCodeTest {
  static LinkCode code() {
    return new LinkCode(
        "https://relay.example:8443",
        Samples.filled(32, 0x77),
        Samples.filled(16, 0x42),
        LinkingSamples.KEY,
        16_380,
        "Laptop \u00c4");
  }

  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(MalformedLinkException.class, () -> LinkCode.parse(text), text).getMessage());
  }

  @Test
  void comes_back_from_its_text_however_that_is_broken() throws MalformedLinkException {
    assertEquals(code(), LinkCode.parse(code().text()));
    assertEquals(code(), LinkCode.parse(code().text().replaceAll("(.{30})", "$1\n ")));
  }

  @Test
  void says_what_is_wrong_with_another_text() {
    var text = code().text();
    assertEquals(
        "This is not a link code: it starts with juntos://link/.",
        refusal(ContactLinkTest.link().text()));
    assertEquals(
        "This link code is incomplete: copy all of it again.",
        refusal(text.substring(0, text.length() - 1)));
  }

  @Test
  void a_key_of_low_order_is_refused() {
    var low = Bytes.ofHex("05" + "00".repeat(32));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new LinkCode(
                "https://relay.example", Bytes.EMPTY, Samples.filled(16, 1), low, 7, "Laptop"));
  }

  @Test
  void a_provision_comes_back_from_its_bytes() throws MalformedContentException {
    var provision =
        new Provision(
            new DeviceAddress(Samples.ALICE, 2),
            "Alice",
            LinkingSamples.KEY,
            "token",
            LinkingSamples.devices(),
            Samples.NOON,
            List.of(LinkingSamples.person()),
            new ProfileKey(Samples.filled(32, 0x78)),
            3);
    assertEquals(provision, Provision.read(Bytes.of(provision.bytes())));
    assertTrue(!provision.toString().contains("token"));
    assertThrows(MalformedContentException.class, () -> Provision.read(Samples.filled(20, 0xff)));
  }
}
