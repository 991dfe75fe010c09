package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.PrekeyBundles;

/// One device that does all that devices do, in an order that its seed decides, until the relay is
/// gone; then it holds the next one to what this one has said. For one thread at a time.
final class KillClient {
  private static final int MOST_OPEN = 40;
  private static final int FILE_BYTES = 90_000;

  private final KillLedger ledger;
  private final Random random;
  private final String number;
  private final KillMail mail;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<TestDevice> others = new ArrayList<>();
  private final List<TestDevice> deleted = new ArrayList<>();
  private TestDevice device;
  private int registered;
  private int nextKey = 1_000;

  KillClient(KillLedger ledger, RunningRelay relay, int index, long seed) throws IOException {
    this.ledger = ledger;
    this.random = new Random(seed * 31 + index);
    this.number = "+49151%02d".formatted(index);
    this.device = register(relay);
    this.mail = new KillMail(ledger, device.address(), random);
  }

  private TestDevice register(RunningRelay relay) throws IOException {
    return TestDevice.register(relay, number + "%06d".formatted(registered++), 1);
  }

  DeviceAddress address() {
    return device.address();
  }

  TestDevice device() {
    return device;
  }

  /// Lives on `relay` until it is gone.
  void live(RunningRelay relay, KillGroup group, List<DeviceAddress> peers)
      throws InterruptedException {
    try (var stream = device.stream()) {
      boolean there = true;
      while (there) {
        step(relay, stream, group, peers);
        there = listen(stream);
      }
    } catch (IOException gone) {
      ledger.answered("loss");
    } finally {
      mail.streamIsGone();
    }
  }

  private void step(
      RunningRelay relay, TestStream stream, KillGroup group, List<DeviceAddress> peers)
      throws IOException, InterruptedException {
    switch (random.nextInt(40)) {
      case 0 -> uploadKeys();
      case 1 -> takeBundle(peers.get(random.nextInt(peers.size())));
      case 2 -> uploadFile();
      case 3 -> others.add(register(relay));
      case 4 -> deleteOther();
      case 9, 10 -> group.say(relay, device.client());
      case 5, 6, 7, 8 -> mail.acknowledge(stream);
      default -> mail.send(stream, peers);
    }
  }

  private boolean listen(TestStream stream) throws InterruptedException {
    while (stream.hasNext() || mail.open() >= MOST_OPEN) {
      if (!mail.take(stream.next())) {
        return false;
      }
    }
    return true;
  }

  private void uploadKeys() throws IOException {
    var reply = device.client().put(Paths.KEYS, device.keys().oneTime(nextKey, 3), device.token());
    assertEquals(200, reply.status(), reply::text);
    nextKey += 3;
    ledger.answered("key upload");
  }

  private void takeBundle(DeviceAddress of) throws IOException {
    var path = Paths.ACCOUNTS + "/" + of.account() + "/keys";
    var reply = device.client().get(path, device.token());
    assertEquals(200, reply.status(), reply::text);
    var bundle = PrekeyBundles.parseFrom(reply.body()).getBundles(0);
    if (bundle.hasOneTimePrekey()) {
      ledger.keyGiven(of.account(), bundle.getOneTimePrekey().getId());
    }
  }

  private void uploadFile() throws IOException {
    var content = new byte[FILE_BYTES];
    random.nextBytes(content);
    var length = Map.of("Upload-Length", Integer.toString(FILE_BYTES));
    var created = device.client().call("POST", Paths.BLOBS, new byte[0], length, device.token());
    assertEquals(201, created.status(), created::text);
    var place = created.header("Location");
    upload(place, content, 0, FILE_BYTES / 3);
    upload(place, content, FILE_BYTES / 3, FILE_BYTES);
    files.put(place, content);
    ledger.answered("file");
  }

  private void upload(String place, byte[] content, int from, int to) throws IOException {
    var headers =
        Map.of(
            "Upload-Offset",
            Integer.toString(from),
            "Content-Type",
            "application/offset+octet-stream");
    var part = Arrays.copyOfRange(content, from, to);
    var reply = device.client().call("PATCH", place, part, headers, device.token());
    assertEquals(204, reply.status(), reply::text);
  }

  /// Tokens do not live as long as a run of many kills.
  private static TestDevice renewed(TestDevice device, RunningRelay relay) throws IOException {
    var reply = device.client().post(Paths.TOKENS, device.issueToken(), "");
    assertEquals(200, reply.status(), reply::text);
    return device.on(relay, AccessToken.parseFrom(reply.body()).getToken());
  }

  private void deleteOther() throws IOException {
    ledger.answered("registration");
    if (others.isEmpty()) {
      return;
    }
    var other = others.removeFirst(); // when no answer comes it may be there or not
    var reply = device.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), other.token());
    assertEquals(204, reply.status(), reply::text);
    deleted.add(other);
    ledger.answered("deletion");
  }

  /// Holds a relay that has come back to what the last one said.
  void check(RunningRelay relay) throws IOException {
    device = renewed(device.on(relay), relay);
    for (var file : files.entrySet()) {
      var reply = device.client().get(file.getKey(), device.token());
      assertEquals(200, reply.status(), "a file is lost");
      assertArrayEquals(file.getValue(), reply.body().toByteArray(), "a file is another");
    }
    files.clear();
    for (var other : others) {
      assertEquals(200, tokens(other), "an account is lost");
    }
    for (var gone : deleted) {
      assertEquals(401, tokens(gone), "a deleted account is back");
    }
    deleted.clear();
  }

  private int tokens(TestDevice of) throws IOException {
    return device.client().post(Paths.TOKENS, of.issueToken(), "").status();
  }

  void settle() throws InterruptedException {
    try (var stream = device.stream()) {
      mail.settle(stream);
    } finally {
      mail.streamIsGone();
    }
  }

  /// Reads the mailbox to its end; whether there was anything in it.
  boolean fetch() throws InterruptedException {
    try (var stream = device.stream()) {
      return mail.fetch(stream);
    } finally {
      mail.streamIsGone();
    }
  }

  void assertOrder() {
    mail.assertOrder();
  }
}
