package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.Finding.Shelf;

/// The messages of a conversation that have media, files or links, newest first.
public record Gallery(String contact, Shelf shelf, Search.Page page) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    var conversation = Conversations.find(desk, contact);
    var answer = desk.models().finding().gallery(conversation, shelf, page.cursor(), page.limit());
    return switch (answer) {
      case Answer.Refused(var problem) -> throw new Refusal(problem);
      case Answer.Found found -> output -> output.print(line(found));
    };
  }

  @Override
  public boolean isOnline() {
    return false;
  }

  private Line line(Answer.Found found) {
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", Describe.lower(shelf));
    json.put("messages", found.messages().stream().map(FoundLines::json).toList());
    json.put("next", found.next().isEmpty() ? null : found.next());
    return new Line(json, FoundLines.text(found, null));
  }
}
