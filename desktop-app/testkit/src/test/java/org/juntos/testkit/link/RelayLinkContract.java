package org.juntos.testkit.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.testkit.link.Registrant.ok;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.Established;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.testkit.link.HeardStream.Heard;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

abstract class RelayLinkContract extends RelayBlobContract {
  private static final Bytes HELLO = Bytes.ofHex("c0ffee");

  @Test
  void a_message_is_accepted_delivered_and_gone_once_acknowledged() throws Exception {
    var id = UUID.randomUUID();
    try (var from = alice().open();
        var to = bob().open()) {
      from.next(Heard.Opened.class);
      from.next(Heard.QueueEmpty.class);
      to.next(Heard.Opened.class);
      to.next(Heard.QueueEmpty.class);
      from.send(7, id, bob().device().address(), HELLO);

      assertEquals(new SendOutcome.Accepted(7), from.next(Heard.Result.class).outcome());
      var delivered = to.next(Heard.Delivery.class).envelope();
      assertEquals(id, delivered.id());
      assertEquals(HELLO, delivered.ciphertext());
      acknowledge(to, id);
      from.send(8, id, bob().device().address(), HELLO);
      assertEquals(new SendOutcome.Accepted(8), from.next(Heard.Result.class).outcome());
    }
    try (var again = bob().open()) {
      again.next(Heard.Opened.class);
      again.next(Heard.QueueEmpty.class); // neither the message nor its repeat
    }
  }

  @Test
  void what_was_accepted_waits_for_the_device_through_a_restart_of_the_relay() throws Exception {
    var id = UUID.randomUUID();
    try (var from = alice().open()) {
      from.next(Heard.Opened.class);
      from.next(Heard.QueueEmpty.class);
      from.send(1, id, bob().device().address(), HELLO);
      from.next(Heard.Result.class);
      relay().restart();
      assertInstanceOf(StreamClosed.Ended.class, from.next(Heard.Closed.class).why());
      assertThrows(IOException.class, () -> from.send(2, id, bob().device().address(), HELLO));
    }
    try (var to = bob().open()) {
      to.next(Heard.Opened.class);
      assertEquals(id, to.next(Heard.Delivery.class).envelope().id());
      to.next(Heard.QueueEmpty.class);
      acknowledge(to, id);
    }
  }

  @Test
  void a_device_that_does_not_exist_is_named() throws Exception {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    try (var from = alice().open()) {
      from.next(Heard.Opened.class);
      from.next(Heard.QueueEmpty.class);
      from.send(3, UUID.randomUUID(), nobody, HELLO);

      assertEquals(
          new SendOutcome.NoSuchDevice(3, List.of(nobody)),
          from.next(Heard.Result.class).outcome());
    }
  }

  @Test
  void ephemerals_reach_whoever_is_there() throws Exception {
    try (var from = alice().open();
        var to = bob().open()) {
      from.next(Heard.Opened.class);
      to.next(Heard.Opened.class);
      to.next(Heard.QueueEmpty.class);
      from.stream().ephemeral(bob().device().address(), HELLO, key(1));
      ok(bob().api().profiles().putAccessKey(key(1), 0));
      try (var nobody = anonymous()) {
        nobody.next(Heard.Opened.class);
        nobody.stream().ephemeral(bob().device().address(), Bytes.ofHex("00"), key(2));
        nobody.stream().ephemeral(bob().device().address(), HELLO, key(1));
        assertEquals(HELLO, to.next(Heard.Ephemeral.class).ciphertext(), "only with the key");
      }
    }
  }

  private static AccessKey key(int fill) {
    return new AccessKey(Bytes.ofHex(("0" + fill).repeat(WireLimits.ACCESS_KEY_BYTES)));
  }

  private HeardStream anonymous() {
    var heard = new HeardStream();
    heard.use(links().openAnonymous(address(), heard));
    return heard;
  }

  @Test
  void whoever_holds_the_access_key_sends_without_a_name_and_nobody_else() throws Exception {
    ok(bob().api().profiles().putAccessKey(key(3), 0));
    assertEquals(32, ok(bob().api().keyCount()).accessKeySha256().size());
    var envelope = new OutgoingEnvelope(UUID.randomUUID(), bob().device().address(), HELLO);
    try (var nobody = anonymous();
        var to = bob().open()) {
      nobody.next(Heard.Opened.class);
      to.next(Heard.Opened.class);
      to.next(Heard.QueueEmpty.class);
      nobody.stream().send(List.of(new SendRequest(1, List.of(envelope), key(4))));
      assertEquals(new SendOutcome.Denied(1), nobody.next(Heard.Result.class).outcome());
      nobody.stream().send(List.of(new SendRequest(2, List.of(envelope), key(3))));
      assertEquals(new SendOutcome.Accepted(2), nobody.next(Heard.Result.class).outcome());
      assertEquals(envelope.id(), to.next(Heard.Delivery.class).envelope().id());
      acknowledge(to, envelope.id());
      nobody.stream().close();
      assertInstanceOf(StreamClosed.Wanted.class, nobody.next(Heard.Closed.class).why());
    }
  }

  @Test
  void keys_are_handed_out_for_the_access_key_without_a_name() throws Exception {
    ok(bob().api().profiles().putAccessKey(key(5), 0));
    var nobody = links().api(address(), null);
    assertEquals(
        bob().device().identityKey(),
        ok(nobody.bundles(bob().device().account(), key(5))).identityKey());
    var wrong = refused(nobody.bundles(bob().device().account(), key(6)));
    var unknown = refused(nobody.bundles(new AccountId(UUID.randomUUID()), key(5)));
    assertEquals(ErrorCode.ACCESS_DENIED, wrong.code());
    assertEquals(ErrorCode.ACCESS_DENIED, unknown.code());
  }

  @Test
  void a_newer_stream_of_a_device_takes_the_place_of_the_older() throws Exception {
    try (var older = alice().open()) {
      older.next(Heard.Opened.class);
      older.next(Heard.QueueEmpty.class);
      try (var newer = alice().open()) {
        newer.next(Heard.Opened.class);
        newer.next(Heard.QueueEmpty.class);
        assertInstanceOf(StreamClosed.Replaced.class, older.next(Heard.Closed.class).why());
        newer.stream().close();
        assertInstanceOf(StreamClosed.Wanted.class, newer.next(Heard.Closed.class).why());
      }
    }
  }

  @Test
  void keys_of_another_start_a_session() throws Exception {
    var bundles = ok(alice().api().bundles(bob().device().account()));

    var established =
        alice()
            .crypto(crypto ->
                crypto.establish(bob().device().account(), bob().device().identityKey(), bundles));

    assertEquals(new Established.Ready(List.of(1)), established);
    assertEquals(99, ok(bob().api().keyCount()).oneTime());
    ok(bob().api().uploadKeys(bob().crypto(crypto -> crypto.refill(1, 1))));
    assertTrue(ok(bob().api().keyCount()).oneTime() > 99);
  }

  @Test
  void the_relay_says_what_it_is_and_certifies_senders() throws Exception {
    var facts = ok(links().api(address(), null).facts());
    var certificate = ok(alice().api().senderCertificate());

    assertEquals(33, facts.senderTrustRoot().size());
    assertTrue(certificate.expiresAt().isAfter(Instant.now()));
  }

  @Test
  void refusals_have_a_code_and_a_request_id() throws Exception {
    var open = links().api(address(), null);
    var session = ok(open.startCode(CodeTarget.typed("+4915112345670")));

    var wrong = refused(open.submitCode(session.session(), "not it"));
    var number = refused(open.startCode(CodeTarget.typed("12")));
    var noToken = refused(open.keyCount());
    var nobody = refused(alice().api().bundles(new AccountId(UUID.randomUUID())));

    assertEquals(ErrorCode.CODE_WRONG, wrong.code());
    assertTrue(!wrong.requestId().isEmpty() && !wrong.detail().isEmpty());
    assertEquals(ErrorCode.PHONE_NUMBER_INVALID, number.code());
    assertEquals(ErrorCode.UNAUTHORIZED, noToken.code());
    assertEquals(ErrorCode.NOT_FOUND, nobody.code());
  }

  @Test
  void a_wrong_secret_opens_nothing() throws Exception {
    try (var wrong =
            new Credentials(
                alice().device().address(), SecretBytes.random(32, new SecureRandom()));
        var heard = new HeardStream()) {
      heard.use(links().open(new RelayAddress(uri(), address().tlsPin()), wrong, heard));
      var why = heard.next(Heard.Closed.class).why();
      assertEquals(
          ErrorCode.UNAUTHORIZED, assertInstanceOf(StreamClosed.Refused.class, why).code());
    }
  }

  /// Another spelling of the same relay, so that no token is remembered.
  private URI uri() {
    return URI.create(address().uri().toString().replace("127.0.0.1", "localhost"));
  }

  @Test
  void an_account_that_was_deleted_loses_its_stream_and_gets_none() throws Exception {
    try (var carol = registrant("c", "+4915112345671");
        var stream = carol.open()) {
      stream.next(Heard.Opened.class);
      stream.next(Heard.QueueEmpty.class);
      ok(carol.api().deleteAccount());
      stream.next(Heard.Closed.class);
      try (var again = carol.open()) {
        var why = again.next(Heard.Closed.class).why();
        assertEquals(
            ErrorCode.UNAUTHORIZED, assertInstanceOf(StreamClosed.Refused.class, why).code());
      }
    }
  }

  @Test
  void nobody_listening_is_a_lost_stream_and_an_unknown_outcome() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var nowhere = new RelayAddress(URI.create("http://127.0.0.1:" + free), Bytes.EMPTY);
    try (var heard = new HeardStream()) {
      heard.use(links().open(nowhere, alice().credentials(), heard));
      assertInstanceOf(StreamClosed.Lost.class, heard.next(Heard.Closed.class).why());
    }
    assertThrows(IOException.class, () -> links().api(nowhere, null).facts());
  }

  /// Returns once the relay has forgotten the envelope: what a stream says is done in order.
  private static void acknowledge(HeardStream stream, UUID id) throws Exception {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    stream.stream().acknowledge(List.of(id));
    stream.send(99, UUID.randomUUID(), nobody, HELLO);
    stream.next(Heard.Result.class);
  }
}
