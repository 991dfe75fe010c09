package org.juntos.relay.admin.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.InviteDesk;
import org.juntos.relay.admission.Invite;
import org.juntos.relay.admission.Invites;

/// Makes, lists and revokes invites. The link of an invite is shown once, on the page that its form
/// leads to, since it is kept nowhere.
record InvitesPage(InviteDesk desk, InstantSource clock) implements Page {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Map<String, Duration> LIFETIMES = lifetimes();

  private static Map<String, Duration> lifetimes() {
    var lifetimes = new LinkedHashMap<String, Duration>();
    lifetimes.put("1 hour", Duration.ofHours(1));
    lifetimes.put("1 day", Duration.ofDays(1));
    lifetimes.put("7 days", Duration.ofDays(7));
    lifetimes.put("30 days", Duration.ofDays(30));
    lifetimes.put("1 year", Duration.ofDays(365));
    return lifetimes;
  }

  @Override
  public String title() {
    return "Invites";
  }

  @Override
  public Markup body(Visit visit) throws IOException {
    return Markup.of("{}{}{}", notice(visit), form(visit), list(visit));
  }

  private static Markup notice(Visit visit) {
    return switch (visit.query().get("done")) {
      case "revoked" ->
          Markup.of(
              "<p class=\"state good\" role=\"status\">The invite is void. Accounts made with it"
                  + " stay.</p>");
      case "wrong" ->
          Markup.of(
              "<p class=\"state bad\" role=\"alert\">An invite is good for 1 to {} accounts.</p>",
              Figures.count(Invites.MOST_USES));
      default -> Markup.NONE;
    };
  }

  private static Markup form(Visit visit) {
    var choices =
        LIFETIMES.keySet().stream()
            .map(name ->
                Markup.of(
                    name.equals("7 days") ? "<option selected>{}</option>" : "<option>{}</option>",
                    name));
    return Markup.of(
        """
        <section><h2>New invite</h2>
        <form method="post" action="/console/invites/create" class="make">{}
        <label for="uses">Accounts</label>
        <input id="uses" name="uses" type="number" min="1" max="{}" value="1" required>
        <label for="lifetime">Good for</label>
        <select id="lifetime" name="lifetime">{}</select>
        <label for="note">Note</label>
        <input id="note" name="note" maxlength="100" autocomplete="off" size="24"
          placeholder="for whom; the relay keeps it">
        <button>Make</button>
        </form></section>
        """,
        visit.proof(),
        Invites.MOST_USES,
        Markup.all(choices));
  }

  private Markup list(Visit visit) throws IOException {
    var invites = desk.invites().all();
    if (invites.isEmpty()) {
      return Markup.of("<p class=\"empty\">There are no invites.</p>");
    }
    var now = clock.instant();
    return Tables.of(
        "Invites",
        List.of("Invite", "Accounts left", "Until (UTC)", "State", "Note"),
        Markup.all(invites.stream().map(invite -> row(invite, now, visit))));
  }

  private static Markup row(Invite invite, Instant now, Visit visit) {
    var over = invite.usesLeft() == 0 || !now.isBefore(invite.expiresAt());
    return Tables.row(
        Long.toString(invite.id()),
        Figures.count(invite.usesLeft()) + " of " + Figures.count(invite.uses()),
        MINUTE.format(invite.expiresAt()),
        over ? Markup.of("<span class=\"tag\">over</span>") : revoke(invite, visit),
        Markup.of("<span class=\"words\">{}</span>", invite.note()));
  }

  private static Markup revoke(Invite invite, Visit visit) {
    return Markup.of(
        """
        <form method="post" action="/console/invites/revoke">{}
        <input type="hidden" name="id" value="{}">
        <button class="quiet" aria-label="Revoke invite {}">Revoke</button></form>\
        """,
        visit.proof(),
        invite.id(),
        invite.id());
  }

  /// Makes the invite that the form asks for; null when there cannot be such a one.
  @Nullable Markup create(Fields fields) throws IOException {
    var lifetime = LIFETIMES.get(fields.get("lifetime"));
    try {
      int uses = Integer.parseInt(fields.get("uses"));
      return lifetime == null ? null : made(desk.make(uses, lifetime, fields.get("note")));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Markup made(InviteDesk.Shown invite) {
    return Markup.of(
        """
        <p class="state good" role="status">Invite {} is made. Copy it now: it is not shown again,
        and kept nowhere.</p>
        <p><label for="link">{}</label></p>
        <textarea id="link" readonly rows="3" cols="60" spellcheck="false">{}</textarea>
        <p><a class="button" href="/console/invites">All invites</a></p>
        """,
        invite.id(),
        invite.isLink() ? "Whoever opens this link may make an account:" : "The code:",
        invite.text());
  }

  /// Makes an invite void; whether there was one.
  boolean revoke(Fields fields) throws IOException {
    try {
      return desk.revoke(Long.parseLong(fields.get("id")));
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
