package org.juntos.cli.verb;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.Finding.Sought;

/// Messages of all history with all of the words that meet all of the filters, newest first.
///
/// @param in a contact or group; empty for all conversations
/// @param count whether to count them all
/// @param zone in which days begin
public record Search(Wanted wanted, String in, Page page, boolean count, ZoneId zone)
    implements Verb {
  /// What is looked for; filters may also be in the text.
  ///
  /// @param has none or more
  /// @param starred only those that are starred
  public record Wanted(
      String text,
      List<String> from,
      String before,
      String after,
      List<String> has,
      boolean starred) {
    public Wanted {
      from = List.copyOf(from);
      has = List.copyOf(has);
    }

    /// As it would be typed into one field.
    String typed() {
      var filters =
          Stream.of(
                  from.stream().map(name -> filter("from", name)),
                  has.stream().map(kind -> filter("has", kind)),
                  Stream.of(before).filter(day -> !day.isEmpty()).map(day -> filter("before", day)),
                  Stream.of(after).filter(day -> !day.isEmpty()).map(day -> filter("after", day)),
                  starred ? Stream.of("is:starred") : Stream.<String>of())
              .flatMap(all -> all);
      return Stream.concat(filters, Stream.of(text)).collect(Collectors.joining(" "));
    }

    private static String filter(String name, String value) {
      return name + ":\"" + value.replace('"', ' ') + "\"";
    }
  }

  /// Which of the messages are shown.
  ///
  /// @param cursor `next` of the page before; empty for the first
  public record Page(String cursor, int limit) {}

  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    var within = in.isEmpty() ? null : Conversations.find(desk, in);
    return output -> output.print(found(desk, within));
  }

  @Override
  public boolean isOnline() {
    return false;
  }

  private Line found(Desk desk, @Nullable ConversationId within) throws Refusal {
    var sought = new Sought(wanted.typed(), zone, within);
    var finding = desk.models().finding();
    return switch (finding.find(sought, page.cursor(), page.limit())) {
      case Answer.Refused(var problem) -> throw new Refusal(problem);
      case Answer.Found found ->
          line(found, count ? (Long) finding.count(sought, () -> true) : null);
    };
  }

  private static Line line(Answer.Found found, @Nullable Long total) {
    var json = new LinkedHashMap<String, Object>();
    json.put("messages", found.messages().stream().map(FoundLines::json).toList());
    json.put("total", total);
    json.put("next", found.next().isEmpty() ? null : found.next());
    json.put("unindexed", found.unindexed());
    return new Line(json, FoundLines.text(found, total));
  }
}
