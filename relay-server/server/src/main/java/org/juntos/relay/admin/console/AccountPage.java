package org.juntos.relay.admin.console;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.store.HeldOn;
import org.juntos.wire.AccountId;

/// What is held on one account, and what can be done with it.
record AccountPage(Operator operator) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Map<String, String> DONE =
      Map.of(
          "suspended", "The account is kept out. Nothing that it holds is lost.",
          "resumed", "The account is let in again.",
          "share", "The account has this much room for files now.");

  /// Null when there is no such account.
  @Nullable Markup body(AccountId account, Page.Visit visit) throws IOException {
    var held = operator.held(account);
    return held == null
        ? null
        : Markup.of(
            "{}<p class=\"id\">{}</p>{}{}{}{}",
            notice(visit),
            account,
            summary(held),
            devices(account, held),
            room(account, held, visit),
            actions(account, held, visit));
  }

  private static Markup notice(Page.Visit visit) {
    if (visit.query().get("done").equals(Actions.NO_SHARE)) {
      return Markup.of(
          "<p class=\"state bad\" role=\"alert\">A share is a number of bytes from 1, with or"
              + " without KiB, MiB, GiB or TiB.</p>");
    }
    var said = DONE.get(visit.query().get("done"));
    return said == null
        ? Markup.NONE
        : Markup.of("<p class=\"state good\" role=\"status\">{}</p>", said);
  }

  private Markup summary(HeldOn held) {
    var state = held.suspended() ? "suspended" : "active";
    var own = held.fileShare() == HeldOn.NO_SHARE ? "" : ", given to it here";
    return Markup.of(
        """
        <dl class="facts">
        <dt>State</dt><dd>{}{}</dd>
        <dt>Last seen</dt><dd>{}</dd>
        <dt>Files</dt><dd>{}, {} of its share of {}{}</dd>
        </dl>
        """,
        state,
        held.locked() ? ", locked with a PIN" : "",
        held.lastSeen(),
        Figures.count(held.files()),
        Figures.bytes(held.fileBytes()),
        Figures.bytes(operator.share(held)),
        own);
  }

  private Markup devices(AccountId account, HeldOn held) {
    var rows = held.devices().stream().map(device -> row(account, device));
    return Tables.of(
        "Devices",
        List.of("Device", "Connected", "Waiting", "Bytes", "Oldest (UTC)", "One-time prekeys"),
        Markup.all(rows));
  }

  private Markup row(AccountId account, HeldOn.Device device) {
    var oldest =
        device.oldestMs() == 0 ? "–" : MINUTE.format(Instant.ofEpochMilli(device.oldestMs()));
    return Tables.row(
        Integer.toString(device.number()),
        operator.isConnected(account, device) ? "yes" : "no",
        Figures.count(device.envelopes()),
        Figures.bytes(device.envelopeBytes()),
        oldest,
        Figures.count(device.oneTimePrekeys()));
  }

  private Markup room(AccountId account, HeldOn held, Page.Visit visit) {
    return Markup.of(
        """
        <section><h2>Room for files</h2>
        <p>{} for every account that is given no other here. Files that are there stay.</p>
        <form method="post" action="/console/account/share" class="search">{}
        <input type="hidden" name="id" value="{}">
        <label for="share">This account</label>
        <input id="share" name="share" value="{}" autocomplete="off" size="24"
          placeholder="as all others">
        <button>Set</button>
        </form></section>
        """,
        Figures.bytes(operator.limitsInForce().blobs().bytesPerAccount()),
        visit.proof(),
        account,
        held.fileShare() == HeldOn.NO_SHARE ? "" : Figures.exact(held.fileShare()));
  }

  private static Markup actions(AccountId account, HeldOn held, Page.Visit visit) {
    var verb = held.suspended() ? "resume" : "suspend";
    return Markup.of(
        """
        <section><h2>Actions</h2>
        <p>{}</p>
        <div class="actions">
        <form method="post" action="/console/account/{}">{}
        <input type="hidden" name="id" value="{}"><button>{}</button></form>
        <a class="button danger" href="/console/account/delete?id={}">Delete …</a>
        </div></section>
        """,
        held.suspended()
            ? "It is kept out. What others send it is kept for it."
            : "A suspended account is kept out and loses nothing; what others send it is kept.",
        verb,
        visit.proof(),
        account,
        held.suspended() ? "Let it in again" : "Suspend",
        account);
  }

  /// Asks before an account is deleted.
  static Markup deletion(AccountId account, Page.Visit visit) {
    return Markup.of(
        """
        <p class="id">{}</p>
        <p>Its devices, keys, waiting messages and files are deleted. Nothing brings them back.</p>
        <div class="actions">
        <form method="post" action="/console/account/delete">{}
        <input type="hidden" name="id" value="{}">
        <button class="danger">Delete for good</button></form>
        <a class="button" href="/console/account?id={}">Keep it</a>
        </div>
        """,
        account,
        visit.proof(),
        account,
        account);
  }
}
