package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.FuzzedRelay;
import org.juntos.wire.Paths;

/// The shortest of all inputs.
class EmptyRequestTest {
  @TempDir Path folder;

  @Test
  void no_route_is_upset_by_a_request_without_anything_in_it() throws Exception {
    try (var relay = FuzzedRelay.in(folder)) {
      var http = new FuzzedHttp(relay.services());
      for (int route = 0; route < http.routes(); route++) {
        for (var token : new String[] {"", relay.token()}) {
          int status = http.ask(route, "", "", token).with(Paths.PROTOBUF, new byte[0]);
          assertNotEquals(500, status, http.name(route));
        }
      }
      http.stop();
    }
  }
}
