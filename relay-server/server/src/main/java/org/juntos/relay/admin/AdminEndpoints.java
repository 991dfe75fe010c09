package org.juntos.relay.admin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Turns requests of the operator's command line into calls.
final class AdminEndpoints {
  /// Where they begin.
  static final String ROOT = "/admin/";

  /// The answer when there is nothing to say.
  static final Map<String, Object> DONE = Map.of("done", true);

  private static final int MAX_DAYS = 400;

  private final Operator operator;

  AdminEndpoints(Operator operator) {
    this.operator = operator;
  }

  Reply answer(String method, String path, Map<String, Object> asked) throws IOException {
    var words = List.of(path.substring(ROOT.length()).split("/", -1));
    var what = words.getFirst();
    var argument = words.size() == 2 ? words.getLast() : "";
    if (words.size() > 2) {
      return nothing();
    }
    return switch (method + " " + what) {
      case "GET accounts" ->
          argument.isEmpty() ? Reply.json(operator.accounts(null)) : show(argument);
      case "GET accounts-after" -> after(argument);
      case "DELETE accounts" -> act(argument, operator::delete);
      case "PUT suspensions" -> act(argument, operator::suspend);
      case "DELETE suspensions" -> act(argument, operator::resume);
      case "PUT shares" -> share(argument, String.valueOf(asked.get("bytes")));
      case "DELETE shares" -> act(argument, operator::usualShare);
      case "GET reports" -> Reply.json(operator.reports());
      case "DELETE reports" -> clearReports(argument);
      case "GET limits" -> Reply.json(operator.limits());
      case "GET audit" -> audit(argument);
      case "POST sweep" -> {
        operator.sweep();
        yield Reply.json(DONE);
      }
      default -> nothing();
    };
  }

  private static Reply nothing() throws IOException {
    return Reply.problem(404, "there is nothing here");
  }

  private Reply show(String id) throws IOException {
    var account = account(id);
    if (account == null) {
      return noId(id);
    }
    var held = operator.account(account);
    return held == null ? unknown() : Reply.json(held);
  }

  private Reply after(String id) throws IOException {
    var account = account(id);
    return account == null ? noId(id) : Reply.json(operator.accounts(account));
  }

  private interface Act {
    boolean on(AccountId account) throws IOException;
  }

  private static Reply act(String id, Act act) throws IOException {
    var account = account(id);
    if (account == null) {
      return noId(id);
    }
    return act.on(account) ? Reply.json(DONE) : unknown();
  }

  private Reply share(String id, String bytes) throws IOException {
    try {
      long room = Long.parseLong(bytes);
      if (room > 0) {
        return act(id, account -> operator.giveShare(account, room));
      }
    } catch (NumberFormatException _) { // said below
    }
    return Reply.problem(400, "a share is one byte or more");
  }

  private Reply clearReports(String id) throws IOException {
    var account = account(id);
    if (account == null) {
      return noId(id);
    }
    return operator.clearReports(account)
        ? Reply.json(DONE)
        : Reply.problem(404, "there are no reports of this account");
  }

  private static Reply unknown() throws IOException {
    return Reply.problem(404, "there is no such account");
  }

  private static Reply noId(String id) throws IOException {
    return Reply.problem(400, "'" + id + "' is no account id");
  }

  private static @Nullable AccountId account(String id) {
    try {
      return AccountId.parse(id);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private Reply audit(String days) throws IOException {
    try {
      int number = days.isEmpty() ? 30 : Integer.parseInt(days);
      if (number >= 1 && number <= MAX_DAYS) {
        return Reply.json(operator.audit(number));
      }
    } catch (NumberFormatException _) { // said below
    }
    return Reply.problem(400, "days must be 1 to " + MAX_DAYS);
  }
}
