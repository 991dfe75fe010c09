package org.juntos.relay.admin.console;

import java.util.List;

/// Tables that scroll sideways by themselves where there is no room, also by keyboard.
final class Tables {
  private Tables() {}

  static Markup of(String caption, List<String> columns, Markup rows) {
    var heads = columns.stream().map(name -> Markup.of("<th scope=\"col\">{}</th>", name));
    return Markup.of(
        """
        <div class="wide" tabindex="0" role="region" aria-label="{}">
        <table><caption>{}</caption>
        <thead><tr>{}</tr></thead>
        <tbody>{}</tbody>
        </table></div>
        """,
        caption,
        caption,
        Markup.all(heads),
        rows);
  }

  /// A name and what is said of it, line by line.
  static Markup row(Object name, Object... cells) {
    var rest = java.util.stream.Stream.of(cells).map(cell -> Markup.of("<td>{}</td>", cell));
    return Markup.of("<tr><th scope=\"row\">{}</th>{}</tr>", name, Markup.all(rest));
  }
}
