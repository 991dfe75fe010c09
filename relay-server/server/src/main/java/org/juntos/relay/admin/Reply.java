package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;

/// An answer of the operator's port.
record Reply(int status, String type, String body) {
  private static final String JSON_TYPE = "application/json";

  static Reply json(Map<String, ?> fields) throws IOException {
    return new Reply(200, JSON_TYPE, JSON.std.asString(fields));
  }

  static Reply problem(int status, String why) throws IOException {
    return new Reply(status, JSON_TYPE, JSON.std.asString(Map.of("problem", why)));
  }
}
