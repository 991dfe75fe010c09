package org.juntos.relay.admin.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.admin.Site;
import org.juntos.relay.config.Numbers;
import org.juntos.wire.AccountId;
import picocli.CommandLine.TypeConversionException;

/// What forms do.
///
/// @param operator null without the account role
record Actions(@Nullable Operator operator) {
  /// Said on the page of an account when a share was wrong.
  static final String NO_SHARE = "no-share";

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
    if (account == null) {
      return null;
    }
    return path.equals("/account/share")
        ? share(operator, account, fields.get("share").strip())
        : act(operator, path, account);
  }

  /// An empty one is what all others have.
  private static @Nullable Response share(Operator operator, AccountId account, String text)
      throws IOException {
    if (text.isEmpty()) {
      return operator.usualShare(account) ? back(account, "share") : null;
    }
    try {
      long bytes = new Numbers.ByteCount().convert(text);
      return operator.giveShare(account, bytes) ? back(account, "share") : null;
    } catch (TypeConversionException _) {
      return back(account, NO_SHARE);
    }
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
