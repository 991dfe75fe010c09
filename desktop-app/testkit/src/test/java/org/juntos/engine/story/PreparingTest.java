package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Outlook;
import org.juntos.media.Prepared;
import org.juntos.media.Progress;
import org.juntos.media.Square;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.UntouchedMedia;
import org.juntos.testkit.world.Person;

/// Files are prepared after their message is there.
class PreparingTest extends Preparing {
  private Runnable look = () -> {};

  @Test
  void a_message_is_there_at_once_and_says_how_far_its_file_is()
      throws IOException, InterruptedException {
    var seen = new ArrayList<String>();
    var message = send(bob, file("photo.jpg"));
    var at = alice.attachment(message, 0);
    assertEquals(State.PREPARING, at.state());
    assertEquals(Attachment.Kind.FILE, at.kind());
    assertEquals("image/jpeg", at.mediaType());
    assertEquals(Stage.WAITING, alice.stage(message));

    studio.play(_ -> {
      var half = alice.attachment(message, 0);
      assertEquals(State.PREPARING, half.state());
      assertEquals(Attachment.Kind.IMAGE, half.kind());
      assertEquals(640, half.preview().width());
      assertEquals("photo.jpg", half.fileName());
      seen.add(half.fileName());
    });
    world.settle();
    assertEquals(List.of("photo.jpg"), seen);
    assertEquals(State.HERE, alice.attachment(message, 0).state());
    assertEquals(Stage.DELIVERED, alice.stage(message));
    assertArrived(message, "photo.jpg");
    assertEquals("clean-photo.jpg", bob.attachment(message, 0).fileName());
    assertEquals(1, names("Alice/attachments").size());
  }

  @Test
  void progress_is_the_share_that_is_done() throws IOException, InterruptedException {
    var shares = new ArrayList<Double>();
    var dora = world.person("Dora", new Person.Home(watched(), DatabaseThread::calling));
    var notes = ConversationId.ofTwo(dora.account(), dora.account());
    var message = dora.send(notes, "", files(file("film.mp4")));
    look =
        () -> {
          var view = dora.attachment(message, 0);
          shares.add((double) view.transferred() / view.transferTotal());
        };
    world.settle();
    assertEquals(List.of(0.0, 0.5, 1.0), shares);
  }

  /// Looks after each step, which comes a second after the one before.
  private MediaPreparation watched() {
    return new MediaPreparation() {
      @Override
      public CropResult crop(MediaSource source, Square square, CropSize size) {
        return new UntouchedMedia().crop(source, square, size);
      }

      @Override
      public Outlook look(byte[] head, String fileName) {
        return studio.look(head, fileName);
      }

      @Override
      public Prepared prepare(PrepareRequest request, Progress progress)
          throws InterruptedException {
        return studio.prepare(
            request,
            fraction -> {
              world.clock().advance(Duration.ofSeconds(1));
              progress.at(fraction);
              look.run();
            });
      }
    };
  }

  @Test
  void what_is_written_later_comes_later() throws IOException, InterruptedException {
    var photo = send(bob, file("photo.jpg"));
    var text = alice.write(bob, "did you get it?");
    var carol = world.person("Carol");
    world.introduce(alice, carol);
    var other = alice.write(carol, "hello");
    world.settle();
    assertEquals(List.of(photo, text), ids(bob));
    assertEquals(Stage.DELIVERED, alice.stage(other));
  }

  @Test
  void whatever_becomes_of_the_original() throws IOException, InterruptedException {
    var photo = file("photo.jpg");
    var film = file("film.mp4");
    var message = send(bob, photo, film);
    Files.delete(photo);
    Files.writeString(film, "something else");
    world.settle();
    assertArrived(message, "photo.jpg", "film.mp4");
  }

  @Test
  void the_original_is_never_on_the_disk_in_the_clear() throws IOException, InterruptedException {
    var message = send(bob, file("photo.jpg"));
    assertFalse(isInTheClear());
    var looked = new ArrayList<Boolean>();
    studio.play(_ -> looked.add(isInTheClear()));
    world.settle();
    assertEquals(List.of(false), looked);
    assertFalse(isInTheClear());
    assertEquals(List.of(), names("Alice/work"));
    assertArrived(message, "photo.jpg");
  }

  @Test
  void what_needs_no_preparation_waits_for_its_upload_at_once()
      throws IOException, InterruptedException {
    alice.done(new Intent.GoOffline());
    var message = send(bob, file("plan.pdf"));
    assertEquals(State.WAITING, alice.attachment(message, 0).state());
    assertEquals(1, names("Alice/attachments").size());
    var before = names("Alice/attachments");
    world.settle();
    assertEquals(before, names("Alice/attachments"));
  }

  private boolean isInTheClear() {
    Function<Path, String> content =
        file -> {
          try {
            return Files.isRegularFile(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                : "";
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (var all = Files.walk(alice.profile())) {
      return all.map(content).anyMatch(text -> text.contains(SECRET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
