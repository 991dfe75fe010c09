package org.juntos.relay.admin;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an operator says who may have an account; null where the way in is off.
public record Desks(@Nullable InviteDesk invites, @Nullable LoginDesk logins) {
  /// None.
  public static final Desks NONE = new Desks(null, null);

  private static final String INVITES = AdminEndpoints.ROOT + "invites";
  private static final String LOGINS = AdminEndpoints.ROOT + "logins";

  /// Whether a path is of one of them.
  static boolean serve(String path) {
    return path.startsWith(INVITES) || path.startsWith(LOGINS);
  }

  Reply answer(String method, String path, Map<String, Object> asked) throws IOException {
    var rest = path.substring(path.startsWith(INVITES) ? INVITES.length() : LOGINS.length());
    var argument = rest.isEmpty() ? rest : rest.substring(1);
    if (path.startsWith(INVITES)) {
      return invites == null ? off("invite") : invites.answer(method, argument, asked);
    }
    return logins == null ? off("password") : logins.answer(method, argument, asked);
  }

  private static Reply off(String way) throws IOException {
    return Reply.problem(404, "this way in is off here; add " + way + " to --admission");
  }
}
