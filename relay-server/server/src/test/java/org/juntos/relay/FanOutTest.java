package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.relay.MultiMessage.To;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.MultiSend;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SendResult.Status;

/// One message to many devices, over a real relay, from whoever it endorsed.
class FanOutTest extends WithGroup {
  private static final To FIRST = new To(1, 77);

  private TestMember cem;

  @BeforeEach
  void start() throws Exception {
    cem = member("+4915112345670");
    group.answer(group.make(ana, group.first(ana, ben, cem)));
  }

  private byte[] token(TestMember sender, TestMember... to) throws Exception {
    return group.token(group.answer(group.get(sender, Paths.GROUPS)), sender, to);
  }

  private static byte[] toBoth(TestMember one, TestMember other, String text) {
    return new MultiMessage()
        .to(one.device().account(), FIRST)
        .to(other.device().account(), FIRST)
        .with(text);
  }

  private static MultiSend message(UUID id, byte[] message, byte[] endorsement) {
    return MultiSend.newBuilder()
        .setRequestId(5)
        .setId(ByteString.copyFrom(AccountId.bytes(id).toArray()))
        .setMessage(ByteString.copyFrom(message))
        .setEndorsement(ByteString.copyFrom(endorsement))
        .build();
  }

  private TestStream anonymous() {
    return TestStream.anonymous(relay, ana.device().client());
  }

  private static SendResult send(TestStream stream, MultiSend send) throws InterruptedException {
    stream.frame(ClientFrame.newBuilder().setMultiSend(send).build());
    return stream.result();
  }

  private SendResult send(byte[] message, byte[] endorsement) throws InterruptedException {
    try (var stream = anonymous()) {
      return send(stream, message(UUID.randomUUID(), message, endorsement));
    }
  }

  private static ByteString received(TestMember member, String text) {
    return ByteString.copyFrom(new byte[] {0x22})
        .concat(ByteString.copyFrom(MultiMessage.head(member.device().account())))
        .concat(ByteString.copyFrom(MultiMessage.shared(text)));
  }

  @Test
  void each_device_gets_the_message_that_it_alone_can_read() throws Exception {
    var once = message(UUID.randomUUID(), toBoth(ben, cem, "hello"), token(ana, ben, cem));
    try (var toBen = ben.device().stream();
        var stream = anonymous()) {
      toBen.drain();
      assertEquals(
          SendResult.newBuilder().setRequestId(5).setStatus(Status.ACCEPTED).build(),
          send(stream, once));
      var delivery = toBen.delivery();
      assertEquals(received(ben, "hello"), delivery.getCiphertext());
      toBen.acknowledge(List.of(delivery));
      // its answer comes after the acknowledgement was dealt with
      toBen.send(1, UUID.randomUUID(), ana.device().address(), new byte[] {1});
      assertEquals(Status.ACCEPTED, send(stream, once).getStatus(), "a repeat");
    }
    relay.restart();
    try (var toBen = ben.device().stream();
        var toCem = cem.device().stream()) {
      assertEquals(List.of(), toBen.drain());
      var waiting = toCem.drain();
      assertEquals(1, waiting.size());
      assertEquals(received(cem, "hello"), waiting.getFirst().getCiphertext());
    }
  }

  @Test
  void whoever_has_no_endorsement_or_one_for_others_is_refused() throws Exception {
    var eve = member("+4915112345671");
    var others = new TestGroup(clock);
    others.answer(others.make(eve, others.first(eve, ana)));
    var hers = others.token(others.answer(others.get(eve, Paths.GROUPS)), eve, ana);
    var denied =
        SendResult.newBuilder().setRequestId(5).setStatus(Status.ENDORSEMENT_DENIED).build();
    var message = toBoth(ben, cem, "let me in");
    assertEquals(denied, send(message, new byte[0]), "a stranger");
    assertEquals(denied, send(message, hers), "a member of another group");
    assertEquals(denied, send(message, token(ana, ben)), "for too few");
    var onlyBen = new MultiMessage().to(ben.device().account(), FIRST).with("x");
    assertEquals(denied, send(onlyBen, token(ana, ben, cem)), "for too many");
    try (var toBen = ben.device().stream()) {
      assertEquals(List.of(), toBen.drain());
    }
  }

  /// What a removed member was given before is good to the end of that day: clients refuse it.
  @Test
  void whoever_is_removed_or_may_not_post_any_more_gets_nothing_for_the_next_day()
      throws Exception {
    var last = token(ben, ana, cem);
    var posting = GroupAction.newBuilder().setSetWhoPosts(Access.ADMINS).build();
    group.answer(group.change(ana, group.next(ana, posting)));
    assertTrue(group.answer(group.get(cem, Paths.GROUPS)).getEndorsements().isEmpty());
    var removed = GroupAction.newBuilder().setRemove(ben.name(group.key())).build();
    group.answer(group.change(ana, group.next(ana, removed)));
    assertEquals(403, group.get(ben, Paths.GROUPS).status());
    assertEquals(Status.ACCEPTED, send(toBoth(ana, cem, "a last word"), last).getStatus());
    clock.advance(Duration.ofHours(14));
    assertEquals(Status.ENDORSEMENT_DENIED, send(toBoth(ana, cem, "one more"), last).getStatus());
  }

  @Test
  void other_devices_than_the_accounts_have_keep_the_message_out() throws Exception {
    var message =
        new MultiMessage()
            .to(ben.device().account(), new To(1, 78))
            .to(cem.device().account(), new To(2, 77))
            .with("to whom?");
    var result = send(message, token(ana, ben, cem));
    assertEquals(Status.NO_SUCH_DEVICE, result.getStatus());
    assertEquals(
        List.of(
            TestStream.address(ben.device().address()),
            TestStream.address(new DeviceAddress(cem.device().account(), 2))),
        result.getUnknownDevicesList().stream()
            .sorted((a, b) -> a.getDeviceId() - b.getDeviceId())
            .toList());
    assertEquals(
        List.of(TestStream.address(cem.device().address())), result.getMissingDevicesList());
  }

  @Test
  void what_is_no_message_to_many_is_refused_and_the_stream_goes_on() throws Exception {
    try (var stream = anonymous();
        var device = ana.device().stream()) {
      var token = token(ana, ben, cem);
      var broken = message(UUID.randomUUID(), new byte[] {0x23, 1, 2}, token);
      assertEquals(Status.REFUSED, send(stream, broken).getStatus());
      assertEquals(
          Status.REFUSED,
          send(stream, message(UUID.randomUUID(), new MultiMessage().with("x"), token))
              .getStatus());
      var noId = message(UUID.randomUUID(), toBoth(ben, cem, "x"), token).toBuilder().clearId();
      assertEquals(Status.REFUSED, send(stream, noId.build()).getStatus());
      var good = message(UUID.randomUUID(), toBoth(ben, cem, "x"), token);
      assertEquals(Status.ACCEPTED, send(stream, good).getStatus());
      assertEquals(Status.REFUSED, send(device, good).getStatus(), "a device says who it is");
    }
  }

  @Test
  void an_endorsement_opens_single_sends_and_prekeys_as_an_access_key_does() throws Exception {
    var token = token(ana, ben);
    var send =
        TestStream.message(9, UUID.randomUUID(), ben.device().address(), new byte[] {1}).toBuilder()
            .setEndorsement(ByteString.copyFrom(token))
            .build();
    try (var stream = anonymous()) {
      stream.frame(ClientFrame.newBuilder().setSend(send).build());
      assertEquals(Status.ACCEPTED, stream.result().getStatus());
      var other = send.toBuilder().setEndorsement(ByteString.copyFrom(token(ana, cem))).build();
      stream.frame(ClientFrame.newBuilder().setSend(other).build());
      assertEquals(Status.ENDORSEMENT_DENIED, stream.result().getStatus());
    }
    var client = ana.device().client();
    var shown = Map.of(Paths.GROUP_SEND_TOKEN_HEADER, TestMember.base64(token));
    var keys = Paths.ACCOUNTS + "/" + ben.device().account() + "/keys";
    var reply = client.call("GET", keys, null, shown, "");
    assertEquals(1, PrekeyBundles.parseFrom(reply.body()).getBundlesCount());
    var cems = Paths.ACCOUNTS + "/" + cem.device().account() + "/keys";
    assertEquals(403, client.call("GET", cems, null, shown, "").status());
    assertEquals(400, client.call("GET", keys, null, shown, ana.device().token()).status());
  }
}
