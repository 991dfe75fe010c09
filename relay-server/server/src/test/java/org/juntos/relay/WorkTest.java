package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.Way;
import org.juntos.relay.limit.ProofOfWork;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.Work;
import org.juntos.wire.proto.EnterOpen;

/// Work before requests that are dear and that anybody can make.
class WorkTest {
  private static final int BITS = 8;

  @TempDir Path folder;

  private RunningRelay relay() throws RelayStartException {
    var limits = RelayLimits.unhurried();
    var work = limits.requests().withWork(new ProofOfWork.Fixed(BITS));
    return RunningRelay.with(
        RelayOptions.loopback(folder.resolve("data"))
            .withLimits(limits.withRequests(work))
            .withAdmission(AdmissionOptions.of(Way.OPEN)),
        InstantSource.system());
  }

  private static EnterOpen claim(int number) {
    var claim = new byte[16];
    claim[0] = (byte) number;
    return EnterOpen.newBuilder().setClaim(ByteString.copyFrom(claim)).build();
  }

  private static String solved(WireClient.Reply refused, byte[] body) {
    assertEquals(428, refused.status(), refused.text());
    assertTrue(refused.hasCode("work-needed"), refused.text());
    var challenge = refused.header(Paths.WORK);
    var bytes = Base64.getUrlDecoder().decode(challenge);
    assertEquals(BITS, bytes[1]);
    var work = new Work(Bytes.of(bytes), body);
    long number = 0;
    while (work.bits(number) < BITS) {
      number++;
    }
    return String.format(Locale.ROOT, "%s.%016x", challenge, number);
  }

  private static WireClient.Reply enter(WireClient client, byte[] body, String solution)
      throws Exception {
    var headers = Map.of(Paths.WORK_SOLUTION, solution);
    return client.call("POST", Paths.OPEN, body, headers, "");
  }

  @Test
  void whoever_does_the_work_is_let_in_once_for_it() throws Exception {
    try (var relay = relay()) {
      var client = new WireClient(relay);
      var body = claim(1).toByteArray();
      var solution = solved(client.post(Paths.OPEN, claim(1), ""), body);
      assertEquals(200, enter(client, body, solution).status());
      assertEquals(428, enter(client, body, solution).status(), "a replay");
      var next = enter(client, body, "nonsense");
      assertEquals(200, enter(client, body, solved(next, body)).status());
      var elsewhere = solved(client.post(Paths.OPEN, claim(1), ""), body);
      var headers = Map.of(Paths.WORK_SOLUTION, elsewhere);
      assertEquals(428, client.call("POST", Paths.ACCOUNTS, body, headers, "").status());
    }
  }

  @Test
  void what_costs_the_relay_little_is_free() throws Exception {
    try (var relay = relay()) {
      var client = new WireClient(relay);
      assertEquals(200, client.get(Paths.RELAY, "").status());
      assertEquals(401, client.get(Paths.HELD, "").status());
      assertEquals(404, client.get("/v1/nothing", "").status());
    }
  }

  @Test
  void a_robot_has_to_work_where_people_do_not() throws Exception {
    var options =
        RelayOptions.loopback(folder.resolve("data")).withAdmission(AdmissionOptions.of(Way.OPEN));
    try (var relay = RunningRelay.with(options, InstantSource.system())) {
      var client = new WireClient(relay);
      int asked = 0;
      while (client.post(Paths.OPEN, claim(asked), "").status() != 428) {
        asked++;
        assertTrue(asked < 300, "it may go on for ever");
      }
      assertTrue(asked > 60, "after " + asked);
    }
  }
}
