package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.testkit.StudioMedia;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.Person.Home;
import org.juntos.testkit.world.World;

/// Alice and Bob, who are contacts, over a relay that can be told to lie, and short ways to post
/// and look.
abstract class StatusStory {
  static final Duration DAY = Duration.ofHours(24);

  final LyingRelay relay = new LyingRelay();
  final StudioMedia studio = new StudioMedia();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  World world;

  @SuppressWarnings("NullAway.Init")
  Person alice;

  @SuppressWarnings("NullAway.Init")
  Person bob;

  @BeforeEach
  void two_contacts() throws Exception {
    begin(7);
  }

  final void begin(long seed) throws Exception {
    world = new World(folder.resolve("world" + seed), seed);
    alice = person("Alice");
    bob = person("Bob");
    world.introduce(alice, bob);
  }

  final Person person(String name) throws Exception {
    return world.person(name, relay::over, new Home(studio, Home.PLAIN.database()));
  }

  @AfterEach
  void end() {
    world.close();
  }

  static Intent text(String text) {
    return new Intent.PostStatus(text, 2, null, null);
  }

  static MessageId post(Person author, String text) throws InterruptedException {
    return posted(author.submit(text(text)));
  }

  /// A picture (`photo…`) or a film (`film…`).
  final MessageId postFile(Person author, String name) throws Exception {
    return posted(author.submit(new Intent.PostStatus("", 0, file(name), null)));
  }

  final Path file(String name) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "pixels of " + name);
    return file;
  }

  static byte[] shown(String name) {
    return (StudioMedia.CLEANED + "pixels of " + name).getBytes(StandardCharsets.UTF_8);
  }

  static MessageId posted(Outcome outcome) {
    return assertInstanceOf(Outcome.Posted.class, outcome).status();
  }

  static String refusal(Outcome outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).problem().code();
  }

  static List<StatusView> mine(Person person) {
    return view(person).mine();
  }

  static StatusesView view(Person person) {
    return person.models().statuses().value();
  }

  /// What `author` has posted, as `reader` sees it.
  static List<StatusView> of(Person reader, Person author) {
    return view(reader).others().stream()
        .filter(one -> one.account().equals(author.account()))
        .flatMap(one -> one.statuses().stream())
        .toList();
  }

  static StatusView only(Person reader, Person author) {
    var all = of(reader, author);
    assertEquals(1, all.size(), all.toString());
    return all.getFirst();
  }

  static List<String> texts(Person reader, Person author) {
    return of(reader, author).stream().map(StatusView::text).toList();
  }

  static byte[] content(Person reader, StatusView status) throws IOException {
    try (var file = reader.models().statusContent(status.author(), status.id())) {
      return Channels.newInputStream(file).readAllBytes();
    }
  }

  void look(Person reader, Person author, MessageId status) throws InterruptedException {
    reader.done(new Intent.ViewStatus(author.account(), status));
    world.settle();
  }

  static StatusAudience only(Person... people) {
    return StatusAudience.only(List.of(people).stream().map(Person::account).toList());
  }

  /// Files of messages and statuses that lie on somebody's disk.
  static long files(Person person) throws IOException {
    try (var all = Files.list(person.profile().resolve("attachments"))) {
      return all.count();
    }
  }

  /// Files that lie at the relay.
  final long filesAtRelay() throws IOException {
    try (var all = Files.walk(worldFolder().resolve("relay/relay/blobs"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private Path worldFolder() throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith("world"))
          .findFirst()
          .orElseThrow();
    }
  }

  /// The relay's sweeper runs by itself in a real one.
  final void sweepRelay() throws IOException {
    var statuses = world.relay().services().ofAccounts().statuses();
    int over = statuses.turn(100);
    while (over > 0) {
      over = statuses.turn(100);
    }
  }

  final void pass(Duration time) throws InterruptedException {
    world.clock().advance(time);
    world.settle();
  }
}
