package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mention;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.model.TextView;
import org.juntos.testkit.world.Person;

/// Who is named in a group.
final class GroupMentionsTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void people_in_a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 72);
    circle.made(circle.ben(), circle.carla());
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private static Words naming(Person person) {
    var mention = new Mention(person.account(), 3, 1 + person.name().length());
    return Words.of("So @" + person.name() + "?")
        .saying(new TextRanges(List.of(), List.of(mention)), null);
  }

  private MessageId says(Person from, Words words) throws InterruptedException {
    var spread = Deeds.spread(from, new HandlingIntent.Send(List.of(circle.group()), words));
    circle.world().settle();
    return spread.queued().getFirst().message();
  }

  @Test
  void who_is_named_knows_and_the_others_see_it() throws Exception {
    var message = says(circle.ana(), naming(circle.ben()));
    for (var person : circle.all()) {
      person.restart();
      var text = Deeds.entry(person, message).text();
      assertEquals(person.equals(circle.ben()), text.namesReader(), person.name());
      assertTrue(text.ranges().names(circle.ben().account()));
      assertEquals("So @Ben?", Deeds.entry(person, message).body());
    }
  }

  @Test
  void who_has_left_is_named_in_words_only_and_cannot_be_named_any_more() throws Exception {
    var message = says(circle.ana(), naming(circle.carla()));
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    circle.world().settle();
    assertEquals("So @Carla?", Deeds.entry(circle.ben(), message).body());
    assertEquals(TextView.PLAIN, Deeds.entry(circle.ben(), message).text());
    assertEquals(
        "mention-unknown",
        Deeds.refusal(
            circle.ben(),
            new HandlingIntent.Send(List.of(circle.group()), naming(circle.carla()))));
  }
}
