package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

/// Bytes of every released kind of content, which must decode for ever. Written only on purpose,
/// with `-Dgolden=update` in the folder of this module.
final class GoldenContentTest {
  private static final Path GOLDEN = Path.of("src/test/resources/org/juntos/content/golden");

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name)).replaceAll("\\s", "");
  }

  private static void update(String name, String value) throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN.resolve(name), value.replaceAll("(.{96})", "$1\n").strip() + "\n");
    }
  }

  @Test
  void contents_of_every_kind_still_decode() throws IOException {
    for (var sample : Samples.golden().entrySet()) {
      assertEquals(
          new DecodeResult.Decoded(Samples.binding(), sample.getValue()),
          ContentCodec.decode(Bytes.ofHex(golden(sample.getKey() + ".hex")).toArray()),
          sample.getKey());
    }
  }

  @Test
  void contents_are_still_written_the_same() throws IOException {
    for (var sample : Samples.golden().entrySet()) {
      var bytes = Bytes.of(ContentCodec.encode(Samples.binding(), sample.getValue()));
      update(sample.getKey() + ".hex", bytes.hex());
      assertEquals(golden(sample.getKey() + ".hex"), bytes.hex(), sample.getKey());
    }
  }

  @Test
  void the_conversation_of_two_is_still_called_the_same() {
    assertEquals(
        "a6d317c7-9a08-8147-0c89-8e9b3e04f3e0",
        ConversationId.ofTwo(Samples.ALICE, Samples.BOB).toString());
    assertEquals(
        ConversationId.ofTwo(Samples.ALICE, Samples.BOB),
        ConversationId.ofTwo(Samples.BOB, Samples.ALICE));
  }

  @Test
  void a_contact_link_of_the_first_version_still_reads()
      throws IOException, MalformedLinkException {
    update("contact-link.txt", ContactLinkTest.link().text());
    update("link-code.txt", LinkCodeTest.code().text());
    update("group-link.txt", GroupSamples.link().text());
    assertEquals(GroupSamples.link(), GroupLink.parse(golden("group-link.txt")));
    assertEquals(golden("group-link.txt"), GroupSamples.link().text());
    assertEquals(ContactLinkTest.link(), ContactLink.parse(golden("contact-link.txt")));
    assertEquals(golden("contact-link.txt"), ContactLinkTest.link().text());
    assertEquals(LinkCodeTest.code(), LinkCode.parse(golden("link-code.txt")));
    assertEquals(golden("link-code.txt"), LinkCodeTest.code().text());
  }
}
