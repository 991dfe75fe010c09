package org.juntos.gallery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.juntos.engine.model.ConversationView;
import org.juntos.testkit.NaughtyText;

/// How the texts that programs stumble over are drawn: each as a name and as a message, in the list
/// and in a conversation.
final class NaughtyShots {
  private static final int FRAME = 160;
  private static final int ROW = 64;
  private static final int LINE = 20;
  private static final int MOST_LINES = 26;
  private static final int HIGHEST = 7_000;

  private NaughtyShots() {}

  /// One text of each category.
  static List<Shot> shots() {
    var categories = new HashSet<String>();
    var some = NaughtyText.all().stream().filter(one -> categories.add(one.category())).toList();
    return List.of(page("naughty", some));
  }

  /// All of them, a page for each category.
  static List<Shot> sheets() {
    return NaughtyText.all().stream()
        .collect(
            Collectors.groupingBy(
                NaughtyText::category, LinkedHashMap::new, Collectors.toUnmodifiableList()))
        .entrySet()
        .stream()
        .map(category -> page("naughty-" + category.getKey(), category.getValue()))
        .toList();
  }

  private static Shot page(String name, List<NaughtyText> texts) {
    var group = Circles.standIn(name);
    var story = Story.with(group);
    var list = new ArrayList<ConversationView>();
    for (var one : texts) {
      story.saysAs(one.text(), one.text());
      list.add(row(one.text()));
    }
    list.addFirst(
        new ConversationView(
            group.conversation(), group, 0, Story.NOW, story.last(), Circles.choir(null)));
    var models = Screens.ready(group, story);
    models.conversations().set(list);
    return new Shot(name, models).sized(1100, height(texts)).after(Conversations::openFirst);
  }

  private static int height(List<NaughtyText> texts) {
    int height = texts.stream().mapToInt(one -> ROW + LINE * moreLines(one.text())).sum();
    return Math.min(HIGHEST, FRAME + height);
  }

  /// About as many lines as its bubble has beside the first.
  private static int moreLines(String text) {
    return Math.clamp(text.length() / 60 + text.lines().count() - 1, 0, MOST_LINES);
  }

  private static ConversationView row(String text) {
    var contact = People.contact(text);
    return new ConversationView(
        contact.conversation(), contact, 0, Story.NOW, Story.with(contact).says(text).last());
  }
}
