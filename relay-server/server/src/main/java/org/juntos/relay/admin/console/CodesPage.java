package org.juntos.relay.admin.console;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What sends one-time codes, and what became of them.
record CodesPage(Supplier<Sights.Codes> codes) implements Page {
  @Override
  public String title() {
    return "Codes";
  }

  @Override
  public Markup body(Visit visit) {
    var now = codes.get();
    return Markup.of("{}{}", senders(now), outcomes(now));
  }

  private static Markup senders(Sights.Codes now) {
    if (now.senders().isEmpty()) {
      return Markup.of("<p class=\"empty\">This relay sends no codes.</p>");
    }
    var rows = new TreeMap<>(now.senders()).entrySet().stream();
    return Tables.of(
        "Senders",
        List.of("Codes by", "Sent through"),
        Markup.all(rows.map(sender -> Tables.row(sender.getKey(), way(sender.getValue())))));
  }

  /// The name of a sender without what all of them have: `smpp`.
  private static String way(String sender) {
    return sender.replaceFirst("(Code)?Sender$", "").toLowerCase(Locale.ROOT);
  }

  private static Markup outcomes(Sights.Codes now) {
    var rate = now.sent() == 0 ? "–" : Math.round(100.0 * now.proven() / now.sent()) + " %";
    var rows =
        List.of(
            Tables.row("Sent", Figures.count(now.sent())),
            Tables.row("Entered", Figures.count(now.proven())),
            Tables.row("Entered of those sent", rate),
            Tables.row("Wrong or late", Figures.count(now.wrong())),
            Tables.row("Could not be sent", Figures.count(now.failed())));
    return Markup.of(
        "{}<p class=\"note\">A rate that falls means that somebody has codes sent for money:"
            + " blocks of numbers whose codes nobody enters pause by themselves.</p>",
        Tables.of("Since the start", List.of("Codes", "Count"), Markup.all(rows)));
  }
}
