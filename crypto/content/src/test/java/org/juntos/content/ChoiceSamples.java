package org.juntos.content;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A choice of every kind.
final class ChoiceSamples {
  static final ConversationId WITH_BOB = ConversationId.ofTwo(Samples.ALICE, Samples.BOB);
  static final UUID FOLDER = new UUID(11, 12);

  private ChoiceSamples() {}

  static List<Choice> all() {
    return List.of(
        new Choice.Muted(WITH_BOB, Choice.FOREVER),
        new Choice.Notified(WITH_BOB, Notices.MENTIONS),
        new Choice.Sounds(WITH_BOB, NoticeSound.DROP),
        new Choice.Archived(WITH_BOB, true),
        new Choice.Pinned(WITH_BOB, 3),
        new Choice.MarkedUnread(WITH_BOB, true),
        new Choice.InFolder(WITH_BOB, FOLDER, true),
        new Choice.Folder(FOLDER, "Família", 2),
        new Choice.QuietHours(
            true, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 22 * 60 + 30, 6 * 60),
        new Choice.QuietUntil(true, Samples.NOON));
  }

  static void put(Map<String, Content> golden) {
    golden.put(
        "choices",
        new Linking.Choices(
            all().stream().map(choice -> new Chosen(choice, Samples.NOON)).toList()));
  }
}
