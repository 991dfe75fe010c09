package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.FuzzedRelay;
import org.juntos.wire.Paths;

/// The shortest of all inputs, and the fullest.
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

  @Test
  void no_route_is_upset_by_a_message_with_everything_in_it() throws Exception {
    try (var relay = FuzzedRelay.in(folder)) {
      var http = new FuzzedHttp(relay.services());
      var taken = new TreeSet<String>();
      for (int route = 0; route < http.routes(); route++) {
        for (int variant = 0; variant < 6; variant++) {
          var body = http.body(route, variant);
          int status = http.ask(route, "x", "1", relay.token()).with(Paths.PROTOBUF, body);
          assertNotEquals(500, status, http.name(route));
          if (body.length > 0) {
            taken.add(http.name(route));
          }
        }
      }
      http.stop();
      for (var path :
          List.of(Paths.INVITES, Paths.LOGINS, Paths.OPENID, Paths.OPEN, Paths.ACCOUNTS)) {
        assertTrue(taken.contains("POST " + path), taken.toString());
      }
      assertTrue(taken.contains("PUT " + Paths.PUSH), taken.toString());
    }
  }
}
