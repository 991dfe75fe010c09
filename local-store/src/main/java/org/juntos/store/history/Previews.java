package org.juntos.store.history;

import java.sql.SQLException;
import java.util.List;
import org.juntos.content.LinkPreview;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// What links in messages lead to, a row for each message that says it.
final class Previews {
  static final String COLUMNS = "address, title, description, picture, width, height";

  private Previews() {}

  static void insert(Queries queries, long place, LinkPreview preview) {
    var picture = preview.picture();
    queries.update(
        """
        INSERT INTO link_preview (place, address, title, description, picture, width, height)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        place,
        preview.address(),
        preview.title(),
        preview.description(),
        picture.jpeg(),
        picture.width(),
        picture.height());
  }

  static LinkPreview preview(Row row) throws SQLException {
    return new LinkPreview(
        row.text(),
        row.text(),
        row.text(),
        new LinkPreview.Picture(row.bytes(), row.integer(), row.integer()));
  }

  /// A preview goes once the message has said something in which its link does not stand, in
  /// whatever order what it has said came.
  static void settle(Queries queries, long place) {
    var preview =
        queries.one(
            "SELECT " + COLUMNS + " FROM link_preview WHERE place = ?", Previews::preview, place);
    if (preview != null && !edits(queries, place).stream().allMatch(preview::standsIn)) {
      delete(queries, place);
    }
  }

  private static List<String> edits(Queries queries, long place) {
    return queries.list(
        "SELECT content FROM message_change WHERE place > 0 AND place = ? AND kind = 'EDIT'",
        Row::text,
        place);
  }

  static void delete(Queries queries, long place) {
    queries.update("DELETE FROM link_preview WHERE place = ?", place);
  }
}
