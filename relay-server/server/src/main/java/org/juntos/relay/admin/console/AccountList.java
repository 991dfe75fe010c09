package org.juntos.relay.admin.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.wire.AccountId;

/// Finds accounts by their ids: a relay knows no names.
record AccountList(Operator operator) implements Page {
  private static final int PAGE = 50;

  @Override
  public String title() {
    return "Accounts";
  }

  @Override
  public Markup body(Visit visit) throws IOException {
    var wanted = visit.query().get("id");
    return Markup.of("{}{}{}", search(wanted), notice(visit, wanted), list(visit));
  }

  private static Markup search(String wanted) {
    return Markup.of(
        """
        <form method="get" action="/console/accounts" role="search" class="search">
        <label for="id">Account id</label>
        <input id="id" name="id" value="{}" autocomplete="off" spellcheck="false" size="40"
          placeholder="00000000-0000-0000-0000-000000000000">
        <button>Find</button>
        </form>
        """,
        wanted);
  }

  private static Markup notice(Visit visit, String wanted) {
    if (visit.query().get("done").equals("deleted")) {
      return Markup.of("<p class=\"state good\" role=\"status\">The account is deleted.</p>");
    }
    if (wanted.isEmpty()) {
      return Markup.NONE;
    }
    return parse(wanted) == null
        ? Markup.of("<p class=\"state bad\" role=\"alert\">“{}” is no account id.</p>", wanted)
        : Markup.of("<p class=\"state bad\" role=\"alert\">There is no account {}.</p>", wanted);
  }

  private Markup list(Visit visit) throws IOException {
    var ids = operator.ids(parse(visit.query().get("after")), PAGE + 1);
    if (ids.isEmpty()) {
      return Markup.of("<p class=\"empty\">There are no accounts here.</p>");
    }
    var shown = ids.subList(0, Math.min(PAGE, ids.size()));
    var items =
        shown.stream()
            .map(id ->
                Markup.of("<li><a href=\"/console/account?id={}\">{}</a>{}</li>", id, id, tag(id)));
    var more =
        ids.size() > PAGE
            ? Markup.of(
                "<p><a href=\"/console/accounts?after={}\">More accounts</a></p>", shown.getLast())
            : Markup.NONE;
    return Markup.of("<ul class=\"ids\">{}</ul>{}", Markup.all(items), more);
  }

  private Markup tag(AccountId id) {
    return operator.isSuspended(id)
        ? Markup.of(" <span class=\"tag\">suspended</span>")
        : Markup.NONE;
  }

  /// Null when it is no id.
  static @Nullable AccountId parse(String text) {
    try {
      return AccountId.parse(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
