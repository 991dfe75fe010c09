package org.juntos.relay.admin.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.ConsolePassword;
import org.juntos.relay.admin.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The console: who may see it, which page it is, and what browsers may do with it. Thread-safe.
public final class Console implements Site {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private static final String INVITES = ROOT + "/invites";
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  private final Access access;
  private final Login login;
  private final Actions actions;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final @Nullable AccountPage account;
  private final @Nullable InvitesPage invites;
  private final String style;

  /// Shows `sights`.
  ///
  /// @param publicName name that a proxy with TLS shows it under; null for this machine only
  public Console(
      Sights sights,
      ConsolePassword password,
      @Nullable String publicName,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    this.access = new Access(publicName);
    this.login = new Login(password, access, clock, random);
    this.actions = new Actions(sights.operator());
    pages.put(ROOT, new Overview(sights));
    var operator = sights.operator();
    this.account = operator == null ? null : new AccountPage(operator);
    if (operator != null) {
      pages.put(ROOT + "/accounts", new AccountList(operator));
      pages.put(ROOT + "/reports", new ReportsPage(operator));
    }
    var codes = sights.codes();
    if (codes != null) {
      pages.put(ROOT + "/codes", new CodesPage(codes));
    }
    var desk = sights.invites();
    this.invites = desk == null ? null : new InvitesPage(desk, clock);
    if (invites != null) {
      pages.put(INVITES, invites);
    }
    if (operator != null) {
      pages.put(ROOT + "/limits", new LimitsPage(operator.limitsInForce()));
    }
    pages.put(ROOT + "/settings", new SettingsPage(sights.settings()));
    try (var css = Console.class.getResourceAsStream("console.css")) {
      this.style = css == null ? "" : new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void answer(HttpExchange exchange) throws IOException {
    var response = responseOrWhyNot(exchange);
    var body = response.body().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    headers.set("Content-Type", response.type());
    response.headers().forEach(headers::set);
    var head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private Response responseOrWhyNot(HttpExchange exchange) {
    try {
      return response(exchange);
    } catch (IOException failed) {
      LOG.warn("event=console outcome=failed why={}", failed.getClass().getSimpleName());
      return alone(503, "Not now", "The relay could not do this now. Load the page again later.");
    }
  }

  private Response response(HttpExchange exchange) throws IOException {
    var whyNot = access.whyNot(exchange);
    if (whyNot != null) {
      return alone(403, "Not here", whyNot);
    }
    var path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> get(exchange, path.isEmpty() ? ROOT : path);
      case "POST" ->
          access.isOwnForm(exchange)
              ? post(exchange, path)
              : alone(403, "Not from here", "This form was not on a page of the console.");
      default -> alone(405, "Not this way", "Pages are read, and forms are sent.");
    };
  }

  private Response get(HttpExchange exchange, String path) throws IOException {
    if (path.equals(ROOT + "/style.css")) {
      return new Response(200, "text/css; charset=utf-8", style, Map.of());
    }
    if (path.equals(ROOT + "/login")) {
      return login.page();
    }
    var session = login.session(exchange);
    if (session == null) {
      return Response.to(ROOT + "/login");
    }
    var query = Fields.query(exchange.getRequestURI().getRawQuery());
    return get(path, new Page.Visit(query, session.formToken()));
  }

  private Response get(String path, Page.Visit visit) throws IOException {
    if (path.startsWith(ROOT + "/account")
        && account != null
        && !visit.query().get("id").isEmpty()) {
      return account(path, visit);
    }
    var page = pages.get(path);
    return page == null
        ? notFound(visit)
        : Response.page(200, framed(page.title(), path, visit, page.body(visit)));
  }

  /// Of one account; the list says so when there is none.
  private Response account(String path, Page.Visit visit) throws IOException {
    var list = ROOT + "/accounts";
    var id = AccountList.parse(visit.query().get("id"));
    var body = id == null || account == null ? null : account.body(id, visit);
    if (id == null || body == null) {
      var page = pages.get(list);
      return page == null
          ? notFound(visit)
          : Response.page(404, framed(page.title(), list, visit, page.body(visit)));
    }
    if (path.equals(list)) {
      return Response.to(ROOT + "/account?id=" + id);
    }
    return path.equals(ROOT + "/account/delete")
        ? Response.page(
            200, framed("Delete this account?", list, visit, AccountPage.deletion(id, visit)))
        : Response.page(200, framed("Account", list, visit, body));
  }

  private Response notFound(Page.Visit visit) {
    var body = Markup.of("<p>The menu leads to all that there is.</p>");
    return Response.page(404, framed("There is nothing here", "", visit, body));
  }

  private Markup framed(String title, String within, Page.Visit visit, Markup body) {
    return Layout.page(pages.entrySet().stream(), title, within, visit, body);
  }

  private Response post(HttpExchange exchange, String path) throws IOException {
    var fields = Fields.body(exchange.getRequestBody());
    if (path.equals(ROOT + "/login")) {
      return login.attempt(exchange, fields.get("password"));
    }
    var session = login.session(exchange);
    if (session == null) {
      return Response.to(ROOT + "/login");
    }
    if (!session.owns(fields.get("proof"))) {
      return alone(403, "Not from here", "Go back, load the page again, and try once more.");
    }
    return path.equals(ROOT + "/logout")
        ? login.end(exchange, session)
        : act(path, fields, session);
  }

  private Response act(String path, Fields fields, Sessions.Session session) throws IOException {
    if (invites != null && path.startsWith(INVITES)) {
      return invite(invites, path, fields, new Page.Visit(Fields.query(""), session.formToken()));
    }
    var done = actions.act(path.substring(Math.min(path.length(), ROOT.length())), fields);
    return done == null ? alone(404, "There is nothing here", "Nothing was done.") : done;
  }

  private Response invite(InvitesPage page, String path, Fields fields, Page.Visit visit)
      throws IOException {
    if (path.equals(INVITES + "/revoke")) {
      return Response.to(INVITES + (page.revoke(fields) ? "?done=revoked" : ""));
    }
    var made = path.equals(INVITES + "/create") ? page.create(fields) : null;
    return made == null
        ? Response.to(INVITES + "?done=wrong")
        : Response.page(200, framed("Invite", INVITES, visit, made));
  }

  private static Response alone(int status, String title, String sentence) {
    return Response.page(status, Layout.alone(title, Markup.of("<p>{}</p>", sentence)));
  }
}
