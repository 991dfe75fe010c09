package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.StudioMedia;

/// Conversations do not wait for each other's files.
class PreparingTogetherTest {
  @TempDir Path folder;

  @Test
  void a_long_film_holds_up_its_own_conversation_and_no_other()
      throws IOException, InterruptedException {
    var studio = new StudioMedia();
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    studio.play(name -> {
      if (name.equals("film-long.mp4")) {
        begun.countDown();
        end.await();
      }
    });
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", studio);
      var bob = town.person("Bob");
      var carol = town.person("Carol");
      Town.introduce(alice, bob);
      Town.introduce(alice, carol);
      var film = alice.write(bob, "film", file("film-long.mp4"));
      var after = alice.write(bob, "after");
      begun.await();
      var photo = alice.write(carol, "photo", file("photo.jpg"));
      var clip = alice.write(carol, "clip", file("film-short.mp4"));
      alice.until("both arrived", p -> p.reached(photo) && p.reached(clip));
      assertEquals(List.of("photo", "clip"), carol.received(alice));
      assertEquals(State.PREPARING, alice.state(film, 0));
      assertEquals(EntryView.Stage.WAITING, alice.stage(after));
      assertEquals(List.of(), bob.received(alice));

      end.countDown();
      alice.until("all arrived", p -> p.reached(film) && p.reached(after));
      assertEquals(List.of("film", "after"), bob.received(alice));
    }
  }

  @Test
  void stopping_a_film_ends_its_work_and_the_next_is_prepared()
      throws IOException, InterruptedException {
    var studio = new StudioMedia();
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    studio.play(name -> {
      if (name.equals("film-long.mp4")) {
        begun.countDown();
        never.await();
      }
    });
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", studio);
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      var film = alice.write(bob, "film", file("film-long.mp4"));
      var photo = alice.write(bob, "photo", file("photo.jpg"));
      begun.await();
      alice.done(new Intent.CancelMessage(film));
      alice.until("the photo arrived", p -> p.reached(photo));
      assertEquals(EntryView.Stage.FAILED, alice.stage(film));
      assertEquals(List.of("photo"), bob.received(alice));
    }
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), name);
  }
}
