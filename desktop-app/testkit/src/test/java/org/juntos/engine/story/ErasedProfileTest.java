package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.Keeping;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.store.db.Database;
import org.juntos.testkit.world.CopiedFolder;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// Takes an image of the whole profile folder, takes the encryption off all databases in it, and
/// looks whether a message that is gone is anywhere: its words, versions, quotes, file and search.
final class ErasedProfileTest extends TwoContacts {
  static final String MARK = "CANARY-5e1d";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String LINK = "https://example.org/" + MARK;
  private static final TextRanges HIDDEN =
      TextRanges.NONE.marked(TextRanges.Style.SPOILER, 0, MARK.length());

  private MessageId secret;
  private int images;

  ErasedProfileTest() {
    super(64);
  }

  /// A picture with words, which was edited, quoted, reacted to and searched for, and that has
  /// nothing to do with what is said besides.
  @BeforeEach
  void a_secret() throws Exception {
    var photo = folder.resolve(MARK + ".jpg");
    Files.write(photo, (MARK + "x".repeat(30_000)).getBytes(StandardCharsets.UTF_8));
    secret = says(MARK + " one", photo);
    world.settle();
    bob.done(new Intent.Download(secret, 0));
    world.settle();
    assertEquals(AttachmentView.State.HERE, bob.attachment(secret, 0).state());
    alice.done(new MessageIntent.Edit(secret, MARK + " two " + LINK, HIDDEN));
    world.settle();
    Deeds.reply(bob, secret, "well");
    Deeds.react(bob, secret, "\uD83D\uDC4D");
    world.settle();
    assertTrue(isThere(bob), "it would be found");
    assertEquals(1, attachments(bob));
  }

  /// With marks, and a preview of a link.
  private MessageId says(String text, Path file) throws InterruptedException {
    var picture = Bytes.of((MARK + "y".repeat(9_000)).getBytes(StandardCharsets.UTF_8));
    var preview = new LinkPreview(LINK, MARK, MARK, new LinkPreview.Picture(picture, 9, 9));
    var words =
        new Words(
                text + " " + LINK, List.of(new Intent.OutgoingFile(file, true, false)), null, false)
            .saying(HIDDEN, preview);
    return Deeds.spread(alice, new HandlingIntent.Send(List.of(alice.with(bob)), words))
        .queued()
        .getFirst()
        .message();
  }

  private boolean isThere(Person person) throws Exception {
    images++;
    var copy = folder.resolve("image" + images);
    return person.whileClosed(() -> {
      CopiedFolder.copy(person.profile(), copy);
      return isIn(copy, person);
    });
  }

  /// Whether the canary is in a file of a copied folder, whose databases lose their encryption.
  static boolean isIn(Path copy, Person person) throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".db")) {
          bare(file, person);
        }
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void bare(Path file, Person person) throws IOException {
    try (var plain = Database.open(file, person.databaseKey())) {
      plain.execute("PRAGMA journal_mode = DELETE");
      plain.execute("PRAGMA rekey = ''");
    }
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("SQLite format 3"), "the encryption is off");
  }

  private static long attachments(Person person) throws IOException {
    try (var files = Files.list(person.profile().resolve("attachments"))) {
      return files.count();
    }
  }

  /// Also from the snapshots, with that of the next day.
  private void assertGone(Person person) throws Exception {
    assertEquals(0, attachments(person));
    world.clock().advance(Duration.ofDays(1));
    assertFalse(isThere(person));
    world.settle();
    assertEquals(List.of("well"), VanishingTest.texts(person, person.equals(bob) ? alice : bob));
  }

  @Test
  void what_is_deleted_for_oneself() throws Exception {
    bob.done(new MessageIntent.Delete(secret, false));
    world.settle();
    assertGone(bob);
  }

  @Test
  void what_is_deleted_for_everyone() throws Exception {
    alice.done(new MessageIntent.Delete(secret, true));
    world.settle();
    assertGone(bob);
    assertGone(alice);
  }

  @Test
  void what_a_sticker_was() throws Exception {
    alice.done(new MessageIntent.Delete(secret, true));
    world.settle();
    var png = folder.resolve("sticker.png");
    Files.write(png, ("\u0089PNG" + MARK).getBytes(StandardCharsets.ISO_8859_1));
    var picture = new StickerIntent.Make.Picture(png, "\uD83D\uDC4D", MARK + " waves");
    var made = alice.submit(new StickerIntent.Make("Cats", List.of(picture)));
    var pack = assertInstanceOf(Outcome.StickerPackMade.class, made).pack();
    var sent = alice.submit(new StickerIntent.Send(alice.with(bob), pack, 0, null));
    var sticker = assertInstanceOf(Outcome.Queued.class, sent).message();
    world.settle();
    assertTrue(isThere(bob), "it would be found");
    alice.done(new MessageIntent.Delete(sticker, true));
    world.settle();
    assertGone(bob);
  }

  @Test
  void what_was_recorded_and_discarded() throws Exception {
    alice.done(new MessageIntent.Delete(secret, true));
    world.settle();
    var said = Bytes.of(MARK.getBytes(StandardCharsets.UTF_8));
    alice.done(new VoiceIntent.Keep(alice.with(bob), 0, said, Duration.ofSeconds(1), Bytes.EMPTY));
    assertTrue(isThere(alice), "it would be found");
    alice.done(new VoiceIntent.Discard(alice.with(bob)));
    assertGone(alice);
  }

  @Test
  void what_has_vanished() throws Exception {
    VanishingTest.set(alice, alice.with(bob), HOUR);
    var photo = folder.resolve("other.jpg");
    Files.writeString(photo, MARK + " in a file");
    alice.done(new MessageIntent.Delete(secret, true));
    var second = says(MARK + " three", photo);
    world.soon();
    alice.done(new MessageIntent.Edit(second, MARK + " four"));
    world.soon();
    VanishingTest.read(bob, bob.with(alice));
    world.soon();
    world.clock().advance(HOUR);
    world.soon();
    assertGone(bob);
    assertGone(alice);
  }

  @Test
  void what_is_not_kept_any_more() throws Exception {
    world.clock().advance(Duration.ofDays(9));
    Deeds.reply(bob, secret, "well");
    world.settle();
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(7)));
    world.settle();
    assertGone(bob);
    assertTrue(isThere(alice), "of others nothing is removed");
  }

  /// All that it has said, in a group, of which the ciphertexts are kept for others, too.
  @Test
  void what_was_edited_often_is_not_kept_in_any_version() throws Exception {
    var made = new Intent.CreateGroup("Choir", List.of(bob.account()));
    var choir = assertInstanceOf(Outcome.Grouped.class, alice.submit(made)).conversation();
    world.settle();
    bob.done(new MessageIntent.Delete(secret, false));
    var often = alice.send(choir, MARK + " first", List.of());
    world.settle();
    for (var version : List.of(" second", " third")) {
      alice.done(new MessageIntent.Edit(often, MARK + version));
      world.settle();
    }
    bob.done(new Intent.MarkSeen(choir, often));
    world.settle();
    assertEquals(3, bob.models().versions(often).size());
    assertTrue(isThere(bob));
    world.settle();
    world.clock().advance(Duration.ofDays(9));
    bob.done(new VanishingIntent.SetRetention(null, new Keeping(7)));
    world.settle();
    assertEquals(List.of(), bob.models().versions(often));
    world.clock().advance(Duration.ofDays(1));
    assertFalse(isThere(bob));
  }
}
