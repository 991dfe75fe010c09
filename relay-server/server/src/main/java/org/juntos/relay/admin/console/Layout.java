package org.juntos.relay.admin.console;

import java.util.Map;
import java.util.stream.Stream;
import org.juntos.relay.http.Version;

/// What all pages have around them.
final class Layout {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{} · {}</title>
      <link rel="stylesheet" href="/console/style.css">
      </head>
      <body>
      {}
      </body>
      </html>
      """;

  private static final String LOGGED_IN =
      """
      <a class="skip" href="#main">Skip to the page</a>
      <header>
      <p class="name">{}</p>
      <nav aria-label="Pages"><ul>
      {}
      </ul></nav>
      <form method="post" action="/console/logout">{}<button class="quiet">Log out</button></form>
      </header>
      <main id="main" tabindex="-1">
      <h1>{}</h1>
      {}
      </main>
      """;

  private static final String ALONE =
      """
      <main class="alone">
      <h1>{}</h1>
      {}
      </main>
      """;

  private Layout() {}

  /// A page for somebody who is logged in.
  ///
  /// @param pages the menu: paths and titles in their order
  /// @param title of this page; the menu's entry with it, or with the path `within`, is marked
  static Markup page(
      Stream<Map.Entry<String, Page>> pages,
      String title,
      String within,
      Page.Visit visit,
      Markup body) {
    var entries = pages.map(entry -> entry(entry.getKey(), entry.getValue().title(), within));
    var inside =
        Markup.of(LOGGED_IN, Version.NAME, Markup.all(entries), visit.proof(), title, body);
    return Markup.of(FRAME, title, Version.NAME, inside);
  }

  private static Markup entry(String path, String title, String within) {
    var current = Markup.of(path.equals(within) ? " aria-current=\"page\"" : "");
    return Markup.of("<li><a href=\"{}\"{}>{}</a></li>", path, current, title);
  }

  /// A page for anybody.
  static Markup alone(String title, Markup body) {
    return Markup.of(FRAME, title, Version.NAME, Markup.of(ALONE, title, body));
  }
}
