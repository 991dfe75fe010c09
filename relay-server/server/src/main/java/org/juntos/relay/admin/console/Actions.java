package org.juntos.relay.admin.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.admin.Site;
import org.juntos.wire.AccountId;

/// What forms do.
///
/// @param operator null without the account role
record Actions(@Nullable Operator operator) {
  /// Does what the form of `path` asks; null when there is no such thing to do.
  @Nullable Response act(String path, Fields fields) throws IOException {
    if (operator == null) {
      return null;
    }
    if (path.equals("/sweep")) {
      operator.sweep();
      return Response.to(Site.ROOT);
    }
    var account = AccountList.parse(fields.get("id"));
    return account == null ? null : act(operator, path, account);
  }

  private static @Nullable Response act(Operator operator, String path, AccountId account)
      throws IOException {
    return switch (path) {
      case "/account/suspend" -> operator.suspend(account) ? back(account, "suspended") : null;
      case "/account/resume" -> operator.resume(account) ? back(account, "resumed") : null;
      case "/account/delete" ->
          operator.delete(account) ? Response.to(Site.ROOT + "/accounts?done=deleted") : null;
      default -> null;
    };
  }

  private static Response back(AccountId account, String done) {
    return Response.to(Site.ROOT + "/account?id=" + account + "&done=" + done);
  }
}
