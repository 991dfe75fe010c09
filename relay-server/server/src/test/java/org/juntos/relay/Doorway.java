package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.relay.admission.Way;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.RegisterAccount;

/// A relay that lets people in without a code, its operator, and those who come.
record Doorway(Path data, ManualClock clock) {
  RelayOptions options(Way... ways) {
    return RelayOptions.loopback(data)
        .withOtp(new OtpDelivery.ToFile(data.resolveSibling("codes")))
        .withLimits(RelayLimits.unhurried())
        .withOperating(Operating.quiet().withAdminPort())
        .withAdmission(AdmissionOptions.of(ways));
  }

  RunningRelay relay(Way... ways) throws RelayStartException {
    return RunningRelay.with(options(ways), clock);
  }

  record Ran(int code, String out, String err) {}

  Ran admin(String... words) {
    var all = new ArrayList<>(List.of("admin", "--data", data.toString()));
    all.addAll(List.of(words));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            all.toArray(new String[0]),
            Map.of(),
            _ -> 9,
            new PrintWriter(out),
            new PrintWriter(err));
    return new Ran(code, out.toString(), err.toString());
  }

  static String token(WireClient.Reply reply) throws IOException {
    assertEquals(200, reply.status(), reply.text());
    return Admission.parseFrom(reply.body()).getToken();
  }

  static RegisterAccount registration(String admission) {
    return TestDevice.registration(new DeviceKeyMaterial(), new AccountId(UUID.randomUUID()), 1)
        .setAdmissionToken(admission)
        .build();
  }

  static RegisterAccount register(WireClient client, String admission) throws IOException {
    var registration = registration(admission);
    var made = client.post(Paths.ACCOUNTS, registration, "");
    assertEquals(201, made.status(), made.text());
    return registration;
  }

  static int accessOf(WireClient client, RegisterAccount registration) throws IOException {
    var body =
        org.juntos.wire.proto.IssueToken.newBuilder()
            .setAccountId(registration.getAccountId())
            .setDeviceId(registration.getDeviceId())
            .setDeviceSecret(registration.getDeviceSecret());
    return client.post(Paths.TOKENS, body.build(), "").status();
  }
}
