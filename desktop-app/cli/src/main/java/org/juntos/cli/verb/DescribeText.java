package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.Map;
import org.juntos.cli.output.PlainText;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;
import org.juntos.engine.model.TextView;

/// What is said of the text of a message beside its words, as parts of lines. Ranges count UTF-16
/// code units of the text that the line has.
final class DescribeText {
  private DescribeText() {}

  static void add(Map<String, Object> json, String body, TextView text) {
    json.put("marks", text.ranges().marks().stream().map(DescribeText::mark).toList());
    json.put("mentions", text.ranges().mentions().stream().map(one -> mention(one, body)).toList());
    json.put("namesYou", text.namesReader());
    json.put("preview", text.preview() == null ? null : preview(text.preview()));
  }

  private static Map<String, Object> mark(TextRanges.Mark mark) {
    var json = new LinkedHashMap<String, Object>();
    json.put("style", Describe.lower(mark.style()));
    json.put("start", mark.start());
    json.put("length", mark.length());
    return json;
  }

  private static Map<String, Object> mention(TextRanges.Mention mention, String body) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", mention.account().toString());
    json.put("name", body.substring(mention.start() + 1, mention.end()));
    json.put("start", mention.start());
    json.put("length", mention.length());
    return json;
  }

  static Map<String, Object> preview(LinkPreview preview) {
    var json = new LinkedHashMap<String, Object>();
    json.put("address", preview.address());
    json.put("title", preview.title());
    json.put("description", preview.description());
    json.put("pictureBytes", preview.picture().jpeg().size());
    return json;
  }

  /// A preview in a line of its own below the text; empty when there is none.
  static String line(TextView text) {
    var preview = text.preview();
    return preview == null
        ? ""
        : "\n  [link] %s: %s"
            .formatted(PlainText.safe(preview.address()), PlainText.safe(preview.title()));
  }
}
