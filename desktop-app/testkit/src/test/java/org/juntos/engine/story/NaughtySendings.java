package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.preview.LinkPages;
import org.juntos.testkit.NaughtyText;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// Carol, who has two devices, sends Bob what programs stumble over, in many ways.
abstract class NaughtySendings extends NaughtyStory {
  final MislabelledMedia media = new MislabelledMedia();
  Person carol;
  Person desk;
  Path picture;

  /// What links lead to.
  String page = "";

  /// A way to send a text.
  ///
  /// @param few whether sending is dear, so that only some texts go
  /// @param kept what is left of a text that is taken
  /// @param refusals codes of why the others are not
  /// @param seen what a device shows of it
  record Kind(
      String name,
      boolean few,
      Say say,
      UnaryOperator<String> kept,
      Set<String> refusals,
      Function<EntryView, String> seen) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Say {
    Outcome of(String text) throws InterruptedException;
  }

  abstract Stream<Kind> kinds();

  @BeforeAll
  final void meetCarol(@TempDir Path files) throws Exception {
    picture = Files.write(files.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    var home = new Person.Home(media, Person.Home.PLAIN.database()).among(this::fetch);
    carol = world.person("Carol", home);
    world.introduce(carol, bob);
    desk = world.link(carol, "Desk");
  }

  private LinkPages.Answer fetch(URI address, LinkPages.Want want) {
    var bytes = Bytes.of(page.getBytes(StandardCharsets.UTF_8));
    return new LinkPages.Answer.Fetched(address, "text/html; charset=utf-8", bytes);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everybody_sees_a_text_as_it_is_kept_or_it_is_refused(Kind kind) throws Exception {
    var sent = new LinkedHashMap<MessageId, NaughtyText>();
    for (var one : kind.few ? some(kind.name.hashCode()) : third()) {
      switch (kind.say.of(one.text())) {
        case Outcome.Queued(_, var message) -> sent.put(message, one);
        case Outcome.Refused refused -> isExpected(refused, kind, one);
        default -> throw new AssertionError(one.toString());
      }
    }
    assertTrue(sent.size() > 20 || kind.name.equals("reaction"), kind + " took " + sent.size());
    world.settle();
    sent.forEach((message, one) -> isSeen(kind, message, one));
  }

  private static void isExpected(Outcome.Refused refused, Kind kind, NaughtyText one) {
    isClear(refused, kind + ", " + one);
    assertTrue(
        kind.refusals.contains(refused.problem().code()),
        kind + ", " + one + ": " + refused.problem());
  }

  private void isSeen(Kind kind, MessageId message, NaughtyText one) {
    for (var device : List.of(carol, desk, bob)) {
      var at = device.name() + ", " + kind + ", " + one;
      var entry = device.models().entry(message);
      assertNotNull(entry, at);
      assertEquals(kind.kept.apply(one.text()), kind.seen.apply(entry), at);
    }
  }

  final ConversationId there() {
    return carol.with(bob);
  }

  final Say as(Put put) {
    return text -> carol.submit(put.of(text));
  }

  final Outcome says(String body, TextRanges ranges) throws InterruptedException {
    return says(Words.of(body).saying(ranges, null));
  }

  final Outcome says(Words words) throws InterruptedException {
    var outcome = carol.submit(new HandlingIntent.Send(List.of(there()), words));
    return switch (outcome) {
      case Outcome.Spread(var queued, _) when !queued.isEmpty() -> queued.getFirst();
      case Outcome.Spread(_, var left) -> new Outcome.Refused(left.getFirst().problem());
      default -> outcome;
    };
  }

  /// A file, called by a text.
  final Intent.OutgoingFile file(String name) {
    media.call(name);
    return new Intent.OutgoingFile(picture, true, false);
  }
}
