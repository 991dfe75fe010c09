package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.StudioMedia;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Alice, whose files are prepared, and Bob, who gets them.
abstract class Preparing {
  static final String SECRET = "GPS 52.5200 13.4050";

  @TempDir Path folder;
  final StudioMedia studio = new StudioMedia();
  World world;
  Person alice;
  Person bob;

  @BeforeEach
  void meet() throws IOException, InterruptedException {
    world = new World(folder, 11);
    alice = world.person("Alice", new Person.Home(studio, DatabaseThread::calling));
    bob = world.bob();
    world.introduce(alice, bob);
  }

  @AfterEach
  void part() {
    world.close();
  }

  MessageId send(Person to, Path... paths) throws InterruptedException {
    return alice.send(alice.with(to), "", files(paths));
  }

  static List<Intent.OutgoingFile> files(Path... paths) {
    return Arrays.stream(paths).map(path -> new Intent.OutgoingFile(path, true, false)).toList();
  }

  String failure(MessageId message) {
    var entry = alice.models().entry(message);
    var failure = entry == null ? null : entry.progress().failure();
    return failure == null ? "" : failure.code();
  }

  static List<MessageId> ids(Person reader, Person writer) {
    return reader.messages(writer).stream().map(EntryView::id).toList();
  }

  List<MessageId> ids(Person reader) {
    return ids(reader, alice);
  }

  Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), original(name));
  }

  static String original(String name) {
    return name + " " + SECRET;
  }

  static byte[] cleaned(String name) {
    return (StudioMedia.CLEANED + original(name)).getBytes(StandardCharsets.UTF_8);
  }

  /// @param names of the originals; empty for those that are not prepared
  void assertArrived(MessageId message, String... names) throws IOException, InterruptedException {
    for (int index = 0; index < names.length; index++) {
      if (bob.attachment(message, index).state() == State.OFFERED) {
        bob.done(new Intent.Download(message, index));
        world.settle();
      }
      if (!names[index].isEmpty()) {
        assertArrayEquals(cleaned(names[index]), bob.content(message, index));
      }
    }
  }

  List<String> names(String inner) throws IOException {
    try (var files = Files.list(folder.resolve(inner))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
