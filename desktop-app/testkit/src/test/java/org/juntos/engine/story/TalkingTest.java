package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;

class TalkingTest {
  @TempDir Path folder;

  @Test
  void a_message_goes_from_one_to_the_other_and_its_receipts_come_back()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);

      var message = alice.write(bob, "see you at eight");
      alice.until("delivered", p -> p.stage(message) == EntryView.Stage.DELIVERED);
      assertEquals(List.of("see you at eight"), bob.texts(alice));

      bob.done(new Intent.MarkSeen(bob.with(alice), message));
      alice.until("seen", p -> p.stage(message) == EntryView.Stage.SEEN);

      bob.write(alice, "bring the map");
      alice.until("an answer", p -> p.texts(bob).size() == 2);
      assertEquals(List.of("see you at eight", "bring the map"), alice.texts(bob));
    }
  }
}
