package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

final class ContactLinkTest {
  private static final String NOT_A_LINK =
      "This is not a contact link: it starts with juntos://add/.";
  private static final String INCOMPLETE = "This contact link is incomplete: copy all of it again.";
  private static final String NOT_OURS =
      "This contact link was not made by Juntos: ask for another.";

  static ContactLink link() {
    return new ContactLink(
        Samples.ALICE,
        Bytes.ofHex("05" + "11".repeat(31) + "22"),
        "https://relay.example:8443",
        Samples.filled(32, 0x77),
        "Alice \u00c4 \uD83D\uDE42");
  }

  private static String refusal(String text) {
    return String.valueOf(
        assertThrows(MalformedLinkException.class, () -> ContactLink.parse(text), text)
            .getMessage());
  }

  @Test
  void comes_back_from_its_text() throws MalformedLinkException {
    assertEquals(link(), ContactLink.parse(link().text()));
    var plain =
        new ContactLink(
            Samples.BOB, link().identityKey(), "http://127.0.0.1:8080", Bytes.EMPTY, "");
    assertEquals(plain, ContactLink.parse(plain.text()));
  }

  @Test
  void is_one_line_of_plain_letters() {
    assertTrue(link().text().matches("juntos://add/[A-Za-z0-9_-]+"), link().text());
  }

  @Test
  void may_be_surrounded_and_broken_by_white_space() throws MalformedLinkException {
    var text = link().text();
    assertEquals(link(), ContactLink.parse("  \n" + text + "\r\n\t"));
    assertEquals(link(), ContactLink.parse(text.replaceAll("(.{30})", "$1\r\n ")));
    assertEquals(link(), ContactLink.parse("\u00A0\uFEFF" + text + "\u200B\u2003"));
    assertEquals(link(), ContactLink.parse(text.replace("juntos://add", "JUNTOS://Add")));
  }

  @Test
  void other_texts_are_not_links() {
    for (var text : List.of("", "hello", "https://example.org", "juntos:add/abc")) {
      assertEquals(NOT_A_LINK, refusal(text));
    }
  }

  @Test
  void a_link_that_was_cut_is_noticed() {
    var text = link().text();
    for (int length = "juntos://add/".length(); length < text.length(); length++) {
      assertEquals(INCOMPLETE, refusal(text.substring(0, length)), "length " + length);
    }
  }

  @Test
  void a_link_with_any_character_mistyped_is_noticed() {
    var text = link().text();
    var random = new Random(7);
    for (int at = "juntos://add/".length(); at < text.length() - 1; at++) {
      var changed = new StringBuilder(text);
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      changed.setCharAt(at, random.nextBoolean() ? other : '!');
      assertEquals(INCOMPLETE, refusal(changed.toString()), "at " + at);
    }
  }

  private static String made(UnaryOperator<org.juntos.content.proto.ContactLink.Builder> change) {
    var fields =
        org.juntos.content.proto.ContactLink.newBuilder()
            .setVersion(1)
            .setAccountId(BindingFields.bytes(Samples.ALICE.value()))
            .setIdentityKey(ByteString.copyFrom(link().identityKey().buffer()))
            .setRelay("https://relay.example")
            .setName("A");
    var message = change.apply(fields).build().toByteArray();
    var checked = Arrays.copyOf(message, message.length + 4);
    System.arraycopy(ConversationId.sha256().digest(message), 0, checked, message.length, 4);
    return "juntos://add/" + Base64.getUrlEncoder().withoutPadding().encodeToString(checked);
  }

  @Test
  void links_that_no_honest_client_makes_are_refused() throws MalformedLinkException {
    assertEquals("A", ContactLink.parse(made(UnaryOperator.identity())).name());
    List<UnaryOperator<org.juntos.content.proto.ContactLink.Builder>> changes =
        List.of(
            fields -> fields.clearVersion(),
            fields -> fields.setAccountId(ByteString.copyFrom(new byte[8])),
            fields -> fields.clearIdentityKey(),
            fields -> fields.setIdentityKey(ByteString.copyFrom(new byte[33])),
            fields -> fields.setRelay(""),
            fields -> fields.setRelay("ftp://relay.example"),
            fields -> fields.setRelay("javascript:alert(1)"),
            fields -> fields.setRelay("https://"),
            fields -> fields.setRelay("https://user:password@relay.example"),
            fields -> fields.setRelay("https://relay.example/" + "x".repeat(600)),
            fields -> fields.setRelayPin(ByteString.copyFrom(new byte[31])),
            fields -> fields.setName("x".repeat(513)));
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(NOT_OURS, refusal(made(changes.get(i))), "change " + i);
    }
  }

  @Test
  void keys_of_low_order_are_refused() {
    for (var key : PublicKeysTest.LOW_ORDER) {
      var bytes = Bytes.ofHex("05" + key);
      assertEquals(
          NOT_OURS,
          refusal(made(fields -> fields.setIdentityKey(ByteString.copyFrom(bytes.buffer())))));
    }
  }

  @Test
  void a_newer_version_is_named_as_such() {
    assertEquals(
        "This contact link needs a newer version of Juntos.",
        refusal(made(fields -> fields.setVersion(2))));
  }

  @Test
  void a_novel_is_not_parsed() {
    assertEquals(
        "This text is too long for a contact link.",
        refusal("juntos://add/" + "A".repeat(100_000)));
  }
}
