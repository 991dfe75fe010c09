package org.juntos.relay.admin.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.admin.Operator;

/// How the relay is.
record Overview(Sights sights) implements Page {
  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public Markup body(Visit visit) throws IOException {
    var parts = new ArrayList<>(List.of(health(), now()));
    var operator = sights.operator();
    if (operator != null) {
      parts.add(held(operator));
      parts.add(new Traffic(operator.auditLines(Traffic.DAYS)).markup());
      parts.add(sweep(visit));
    }
    return Markup.all(parts);
  }

  private Markup health() {
    var whyNot = sights.readiness().whyNot();
    return whyNot == null
        ? Markup.of("<p class=\"state good\" role=\"status\">Ready to serve.</p>")
        : Markup.of("<p class=\"state bad\" role=\"status\">Not ready: {}.</p>", whyNot);
  }

  private Markup now() {
    var now = sights.now().get();
    return cards(
        "Now",
        card("Open streams", Figures.count(now.streams())),
        card("Connections", Figures.count(now.connections())),
        card("Free disk", Figures.bytes(now.freeDiskBytes())),
        card("Running for", Figures.time(now.uptime())));
  }

  private static Markup held(Operator operator) throws IOException {
    var fill = operator.fill();
    return cards(
        "Held",
        card("Accounts", Figures.count(fill.accounts())),
        card("Devices", Figures.count(fill.devices())),
        card("Groups", Figures.count(fill.groups())),
        card("Suspended", Figures.count(operator.suspended())),
        card("Waiting messages", sized(fill.envelopes(), fill.envelopeBytes())),
        card("Files", sized(fill.files(), fill.fileBytes())));
  }

  private static Markup sized(long count, long bytes) {
    return Markup.of("{} <small>{}</small>", Figures.count(count), Figures.bytes(bytes));
  }

  private static Markup card(String name, Object figure) {
    return Markup.of("<div class=\"card\"><dt>{}</dt><dd>{}</dd></div>", name, figure);
  }

  private static Markup cards(String title, Markup... cards) {
    return Markup.of(
        "<section><h2>{}</h2><dl class=\"cards\">{}</dl></section>",
        title,
        Markup.all(List.of(cards)));
  }

  private static Markup sweep(Visit visit) {
    return Markup.of(
        """
        <section><h2>Clean up</h2>
        <p>What is over is removed by itself within half a minute.</p>
        <form method="post" action="/console/sweep">{}<button>Remove it now</button></form>
        </section>
        """,
        visit.proof());
  }
}
