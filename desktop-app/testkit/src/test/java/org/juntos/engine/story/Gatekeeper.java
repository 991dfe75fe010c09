package org.juntos.engine.story;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.juntos.relay.AdmissionOptions;
import org.juntos.relay.Operating;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.Tls;
import org.juntos.relay.limit.RelayLimits;

/// A relay with a certificate of its own that lets people in without a code, and its operator.
final class Gatekeeper implements AutoCloseable {
  private final Path data;
  private final Relay relay;

  Gatekeeper(Path folder, AdmissionOptions admission) throws IOException {
    data = folder.resolve("relay");
    var options =
        RelayOptions.loopback(data)
            .withTls(new Tls.SelfSigned())
            .withLimits(RelayLimits.unhurried())
            .withOperating(Operating.quiet().withAdminPort())
            .withAdmission(admission);
    relay = Relay.start(options, InstantSource.system(), new SecureRandom());
  }

  String link() {
    return relay.inviteLink();
  }

  /// The link of a new invite.
  String invite(int uses) throws IOException, InterruptedException {
    var asked = Map.of("uses", uses, "lifetime", "PT1H");
    return String.valueOf(operate("invites", asked).get("link"));
  }

  /// Has the operator do something.
  Map<String, Object> operate(String path, Map<String, ?> asked)
      throws IOException, InterruptedException {
    var file = JSON.std.mapFrom(Files.readString(data.resolve("admin.json")));
    var request =
        HttpRequest.newBuilder(URI.create(file.get("address") + "/admin/" + path))
            .header("Authorization", "Bearer " + file.get("secret"))
            .POST(BodyPublishers.ofString(JSON.std.asString(asked)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return JSON.std.mapFrom(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
