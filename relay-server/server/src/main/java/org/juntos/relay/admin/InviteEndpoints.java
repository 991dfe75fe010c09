package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.juntos.relay.admission.Invites;

/// Turns requests of the operator's command line about invites into calls.
final class InviteEndpoints {
  /// Where they are.
  static final String ROOT = AdminEndpoints.ROOT + "invites";

  private final InviteDesk desk;

  InviteEndpoints(InviteDesk desk) {
    this.desk = desk;
  }

  Reply answer(String method, String path, String body) throws IOException {
    var id = path.substring(ROOT.length());
    return switch (method) {
      case "GET" -> Reply.json(Map.of("invites", desk.list()));
      case "POST" -> create(JSON.std.mapFrom(body));
      case "DELETE" -> revoke(id.isEmpty() ? id : id.substring(1));
      default -> Reply.problem(404, "there is nothing here");
    };
  }

  private Reply create(Map<String, Object> asked) throws IOException {
    try {
      var uses = Integer.parseInt(String.valueOf(asked.get("uses")));
      var lifetime = Duration.parse(String.valueOf(asked.get("lifetime")));
      return Reply.json(
          desk.create(uses, lifetime, String.valueOf(asked.getOrDefault("note", ""))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Reply.problem(
          400,
          "an invite is good for 1 to "
              + Invites.MOST_USES
              + " accounts and for "
              + Invites.LONGEST.toDays()
              + " days at most");
    }
  }

  private Reply revoke(String id) throws IOException {
    try {
      return desk.revoke(Long.parseLong(id))
          ? Reply.json(AdminEndpoints.DONE)
          : Reply.problem(404, "there is no such invite");
    } catch (NumberFormatException _) {
      return Reply.problem(400, "'" + id + "' is no number of an invite");
    }
  }
}
