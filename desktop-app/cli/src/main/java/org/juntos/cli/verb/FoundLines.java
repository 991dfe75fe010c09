package org.juntos.cli.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.FoundView;

/// Messages that were found, as lines.
final class FoundLines {
  private FoundLines() {}

  /// The message, and what of it was found.
  static Map<String, Object> json(FoundView found) {
    var json =
        new LinkedHashMap<String, Object>(
            Describe.entry(found.conversation(), found.entry()).json());
    json.put("conversationName", found.where());
    json.put("matches", texts(found.entry().body(), found.marks()));
    if (!found.links().isEmpty()) {
      json.put("links", found.links());
    }
    return json;
  }

  static String text(Answer.Found found, @Nullable Long total) {
    var lines = new ArrayList<String>();
    for (var one : found.messages()) {
      var message = Describe.entry(one.conversation(), one.entry()).text();
      lines.add(PlainText.safe(one.where()) + "  " + message);
    }
    lines.add(sum(found, total));
    return String.join("\n", lines);
  }

  private static String sum(Answer.Found found, @Nullable Long total) {
    var shown = found.messages().size();
    var of = total == null ? "" : " of " + total;
    var more = found.next().isEmpty() ? "" : "; go on with --cursor " + found.next();
    var slow = found.unindexed() == 0 ? "" : " (the index is still being made)";
    return "%d%s %s%s%s"
        .formatted(shown, of, shown == 1 && total == null ? "message" : "messages", more, slow);
  }

  private static List<String> texts(String body, List<FoundView.Mark> marks) {
    return marks.stream().map(mark -> body.substring(mark.start(), mark.end())).toList();
  }
}
