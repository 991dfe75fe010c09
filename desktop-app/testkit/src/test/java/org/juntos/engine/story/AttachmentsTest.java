package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;

/// Files arrive whole or not at all.
class AttachmentsTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void a_picture_of_a_contact_comes_by_itself_and_a_file_when_asked_for()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      var photo = file("photo.jpg", 3 * MEBIBYTE);
      var report = file("report.bin", MEBIBYTE);
      var message = alice.write(bob, "look", photo, report);
      bob.until("the picture", p -> p.state(message, 0) == State.HERE);
      assertArrayEquals(Files.readAllBytes(photo), bob.bytes(message, 0));
      assertEquals(State.OFFERED, bob.state(message, 1));

      bob.done(new Intent.Download(message, 1));
      bob.until("the file", p -> p.state(message, 1) == State.HERE);
      assertArrayEquals(Files.readAllBytes(report), bob.bytes(message, 1));
      alice.until("delivered", p -> p.reached(message));
      assertEquals(State.HERE, alice.state(message, 0));
    }
  }

  @Test
  void a_picture_of_a_stranger_waits_to_be_asked_for() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      alice.done(new Intent.AddContact(bob.ready().link()));
      var message = alice.write(bob, "look", file("photo.jpg", 1000));
      bob.until("the message", p -> p.received(alice).size() == 1);
      assertEquals(State.OFFERED, bob.state(message, 0));
    }
  }

  @Test
  void the_original_may_be_gone_once_the_message_is_shown()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      var photo = file("photo.jpg", MEBIBYTE);
      var content = Files.readAllBytes(photo);
      var message = alice.write(bob, "", photo);
      var later = alice.write(bob, "did you get it?");
      Files.delete(photo);
      alice.restart();
      bob.until("the picture", p -> p.state(message, 0) == State.HERE);
      assertArrayEquals(content, bob.bytes(message, 0));
      alice.until("delivered", p -> p.reached(later));
      assertEquals(List.of("", "did you get it?"), bob.received(alice));
    }
  }

  @Test
  void an_empty_file_and_a_hostile_name_are_saved_safely()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      var message = alice.write(bob, "", file("empty.txt", 0));
      bob.until("the message", p -> p.received(alice).size() == 1);
      assertEquals("attachment-not-here", bob.refusalOf(save(message, folder)));
      bob.done(new Intent.Download(message, 0));
      bob.until("here", p -> p.state(message, 0) == State.HERE);

      var target = Files.createDirectories(folder.resolve("saved"));
      assertEquals(target.resolve("empty.txt"), saved(bob, message, target));
      assertEquals(target.resolve("empty (2).txt"), saved(bob, message, target));
      assertEquals("target-exists", bob.refusalOf(save(message, target.resolve("empty.txt"))));
      assertEquals("target-unwritable", bob.refusalOf(save(message, target.resolve("none/x.txt"))));
      assertEquals(0, Files.size(target.resolve("empty (2).txt")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 90})
  void a_transfer_that_is_cut_goes_on_where_it_was(int percent)
      throws IOException, InterruptedException {
    var up = new CutBlobs();
    var down = new CutBlobs();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", up);
      var bob = town.person("Bob", down);
      Town.introduce(alice, bob);
      int size = 8 * MEBIBYTE;
      up.cutUploadsAt(size * (long) percent / 100);
      down.cutDownloadsAt(size * (long) percent / 100);
      var photo = file("photo.jpg", size);
      var message = alice.write(bob, "", photo);
      bob.until("the picture", p -> p.state(message, 0) == State.HERE);

      assertArrayEquals(Files.readAllBytes(photo), bob.bytes(message, 0));
      assertEquals(1, up.cuts());
      assertEquals(1, down.cuts());
      up.assertResumed();
      down.assertResumed();
    }
  }

  @Test
  void a_file_that_was_changed_on_its_way_is_never_shown()
      throws IOException, InterruptedException {
    var down = new CutBlobs();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob", down);
      Town.introduce(alice, bob);
      down.tamper();
      var message = alice.write(bob, "", file("photo.jpg", MEBIBYTE));
      bob.until("failed", p -> p.state(message, 0) == State.FAILED);
      assertEquals("attachment-not-here", bob.refusalOf(save(message, folder)));

      down.heal();
      bob.done(new Intent.Download(message, 0));
      bob.until("here", p -> p.state(message, 0) == State.HERE);
    }
  }

  @Test
  void a_message_whose_upload_is_stopped_never_leaves_and_leaves_no_gap()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      var stopped = alice.write(bob, "", file("photo.jpg", MEBIBYTE));
      var text = alice.write(bob, "never mind");
      alice.done(new Intent.CancelTransfer(stopped, 0));
      alice.done(new Intent.Reconnect());
      alice.until("delivered", p -> p.reached(text));
      assertEquals(EntryView.Stage.FAILED, alice.stage(stopped));
      assertEquals(List.of("never mind"), bob.received(alice));
      assertFalse(bob.timeline(alice).stream().anyMatch(e -> e.kind() == EntryView.Kind.GAP));

      alice.done(new Intent.RetryMessage(stopped));
      bob.until("after all", p -> p.state(stopped, 0) == State.HERE);
    }
  }

  private Path file(String name, int size) throws IOException {
    var content = new byte[size];
    new Random(size).nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }

  private static Intent save(MessageId message, Path target) {
    return new Intent.SaveAttachment(message, 0, target);
  }

  private static Path saved(Person person, MessageId message, Path target)
      throws InterruptedException {
    return person.submit(save(message, target)) instanceof Outcome.Saved(var file)
        ? file
        : Path.of("not saved");
  }
}
