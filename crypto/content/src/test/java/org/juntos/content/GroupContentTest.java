package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.proto.Sealed;
import org.juntos.wire.Padding;

final class GroupContentTest {
  @Test
  void a_message_to_a_group_is_bound_to_its_newest_change() {
    var encoded = ContentCodec.encode(GroupSamples.binding(), Samples.text("to all"));
    assertEquals(
        new DecodeResult.Decoded(GroupSamples.binding(), Samples.text("to all")),
        ContentCodec.decode(encoded));
  }

  @Test
  void a_message_is_for_one_device_or_for_a_group_and_never_for_both()
      throws InvalidProtocolBufferException {
    var encoded = ContentCodec.encode(Samples.binding(), Samples.text("to Bob"));
    var sealed = Sealed.parseFrom(Padding.unpad(encoded)).toBuilder();
    var both =
        sealed
            .getBindingBuilder()
            .setGroupRevision(1)
            .setGroupHead(ByteString.copyFrom(new byte[32]));
    sealed.setBinding(both);
    assertInstanceOf(
        DecodeResult.Malformed.class,
        ContentCodec.decode(Padding.pad(sealed.build().toByteArray())));
  }

  @Test
  void what_a_group_looks_like_comes_back() throws MalformedContentException {
    var attributes = new GroupAttributes("Choir \u00c4", "Tuesdays", Samples.filled(500, 7));
    assertEquals(attributes, GroupAttributes.read(attributes.bytes()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GroupAttributes("Choir", "", Samples.filled(24 * 1024 + 1, 7)));
  }

  @Test
  void the_proof_of_a_change_comes_back_and_names_who_comes_in() throws MalformedContentException {
    var proof =
        new ChangeProof(
            Samples.ALICE,
            LinkingSamples.KEY,
            Samples.filled(64, 9),
            List.of(GroupSamples.person()));
    assertEquals(proof, ChangeProof.read(proof.bytes()));
    assertNotEquals(ChangeProof.digest(List.of()), ChangeProof.digest(proof.people()));
    assertThrows(MalformedContentException.class, () -> ChangeProof.read(new byte[] {1, 2, 3}));
  }

  @Test
  void the_link_of_a_group_reads_back_and_tells_no_key() throws MalformedLinkException {
    var link = GroupSamples.link();
    assertEquals(link, GroupLink.parse(" " + link.text() + "\n"));
    assertFalse(link.toString().contains(link.key().value().hex()));
    assertThrows(
        MalformedLinkException.class, () -> GroupLink.parse(ContactLinkTest.link().text()));
    assertThrows(MalformedLinkException.class, () -> GroupLink.parse("juntos://group/AAAA"));
  }

  @Test
  void the_conversation_of_a_group_follows_from_its_id() {
    assertEquals(
        ConversationId.ofGroup(Samples.filled(32, 1)),
        ConversationId.ofGroup(Samples.filled(32, 1)));
    assertNotEquals(
        ConversationId.ofGroup(Samples.filled(32, 1)),
        ConversationId.ofGroup(Samples.filled(32, 2)));
  }
}
