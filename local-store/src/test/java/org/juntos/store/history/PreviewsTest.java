package org.juntos.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.store.OpenStore;
import org.juntos.store.Transaction;
import org.juntos.wire.DeviceAddress;

/// What is said of texts, and what becomes of it when they are edited.
class PreviewsTest extends OpenStore {
  private static final MessageName BOBS = new MessageName(BOB, message(1));

  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  private static MessageChange change(int revision, Deed deed) {
    return new MessageChange(BOBS, revision, START.plusSeconds(1L + revision), deed);
  }

  private static boolean learn(Transaction txn, DeviceAddress actor, int id, MessageChange change) {
    return txn.messageChanges().learn(WITH_BOB, actor, id, message(1000 + id), change);
  }

  private Entry bobs() {
    return reading(PreviewsTest::bobs);
  }

  private static final String LINK = "https://example.org/";
  private static final TextRanges BOLD =
      new TextRanges(List.of(new TextRanges.Mark(TextRanges.Style.BOLD, 0, 2)), List.of());
  private static final LinkPreview PREVIEW =
      new LinkPreview(LINK, "A page", "", LinkPreview.Picture.NONE);

  private static History.NewEntry withLink() {
    var plain = incoming(1);
    return new History.NewEntry(
            plain.id(),
            plain.conversation(),
            plain.author(),
            false,
            plain.sequence(),
            Entry.Kind.MESSAGE,
            "see " + LINK,
            plain.sentAt(),
            plain.storedAt(),
            List.of())
        .saying(BOLD, PREVIEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_preview_goes_with_its_link_for_good_in_whatever_order_edits_come(int seed) {
    var story = new ArrayList<Consumer<Transaction>>();
    var back = new Deed.Edit("back: " + LINK, BOLD);
    story.add(txn -> txn.history().append(withLink()));
    story.add(txn -> learn(txn, BOBS_DEVICE, 11, change(1, new Deed.Edit("gone"))));
    story.add(txn -> learn(txn, BOBS_DEVICE, 12, change(2, back)));
    Collections.shuffle(story, new Random(seed));
    story.forEach(this::write);
    assertEquals("back: " + LINK, bobs().body());
    assertEquals(BOLD, bobs().ranges());
    assertNull(bobs().marks().preview());
    var versions = reading(txn -> txn.messageChanges().versions(bobs(txn)));
    assertEquals(
        List.of(BOLD, TextRanges.NONE, BOLD),
        versions.stream().map(MessageChanges.Version::ranges).toList());
  }

  private static Entry bobs(Transaction txn) {
    return there(txn.history().find(message(1), BOB));
  }

  @Test
  void a_preview_stays_while_its_link_does() {
    write(txn -> learn(txn, BOBS_DEVICE, 11, change(1, new Deed.Edit("still " + LINK))));
    write(txn -> txn.history().append(withLink()));
    assertEquals(PREVIEW, bobs().marks().preview());
    assertEquals(TextRanges.NONE, bobs().ranges());
    assertEquals(BOLD, reading(txn -> txn.messageChanges().first(bobs(txn))).ranges());
  }
}
