package org.juntos.relay.admin.console;

import java.io.IOException;
import java.util.List;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.report.ReportStore.Count;

/// Which accounts were reported, how often and why. Nobody here can read what they wrote.
record ReportsPage(Operator operator) implements Page {
  private static final int MOST = 200;

  @Override
  public String title() {
    return "Reports";
  }

  @Override
  public Markup body(Visit visit) throws IOException {
    var counts = operator.reported(MOST);
    var note =
        Markup.of(
            """
            <p>People report accounts with a reason and nothing else; each counts once a day. Who
            reported is not kept, and no message comes along: a count is a hint, not a proof.</p>
            """);
    if (counts.isEmpty()) {
      return Markup.of("{}<p class=\"empty\">No account was reported.</p>", note);
    }
    var columns = List.of("Account", "Reason", "Reports", "First day (UTC)", "Last day");
    return Markup.of(
        "{}{}",
        note,
        Tables.of("Reports", columns, Markup.all(counts.stream().map(ReportsPage::row))));
  }

  private static Markup row(Count count) {
    return Tables.row(
        Markup.of("<a href=\"/console/account?id={}\">{}</a>", count.account(), count.account()),
        count.reason().text(),
        Figures.count(count.count()),
        count.first(),
        count.last());
  }
}
