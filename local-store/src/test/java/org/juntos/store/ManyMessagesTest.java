package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.account;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.DeviceAddress;

/// 100,000 messages in 1,000 conversations that took turns.
class ManyMessagesTest extends OpenStore {
  private static final int MESSAGES = 100_000;
  private static final int CONVERSATIONS = 1_000;

  @Test
  void paging_back_from_the_newest_meets_every_message_of_the_conversation_once() {
    fill();
    var conversation = conversation(7);
    var seen = 0;
    var before = Long.MAX_VALUE;
    for (var page = page(conversation, before);
        !page.isEmpty();
        page = page(conversation, before)) {
      assertTrue(page.getLast().row() < before);
      assertEquals(page.stream().map(Entry::row).sorted().toList(), rows(page));
      before = page.getFirst().row();
      seen += page.size();
    }
    assertEquals(MESSAGES / CONVERSATIONS, seen);
    checkList();
  }

  private void checkList() {
    var list = reading(txn -> txn.history().conversations());
    assertEquals(CONVERSATIONS, list.size());
    assertEquals(conversation(CONVERSATIONS - 1), list.getFirst().id());
    for (var summary : list) {
      assertEquals(MESSAGES / CONVERSATIONS, summary.unread());
    }
    assertEquals(
        IntStream.range(MESSAGES - CONVERSATIONS, MESSAGES).mapToObj(n -> entry(n).id()).toList(),
        list.reversed().stream().map(summary -> there(summary.last()).id()).toList());
  }

  private List<Entry> page(ConversationId conversation, long before) {
    return reading(txn -> txn.history().before(conversation, before, 30));
  }

  private static List<Long> rows(List<Entry> page) {
    return page.stream().map(Entry::row).toList();
  }

  private void fill() {
    write(txn -> {
      var history = txn.history();
      for (var peer = 0; peer < CONVERSATIONS; peer++) {
        history.open(conversation(peer), account(1000 + peer), START);
      }
      for (var number = 0; number < MESSAGES; number++) {
        history.append(entry(number));
      }
    });
  }

  private static History.NewEntry entry(int number) {
    var peer = number % CONVERSATIONS;
    return new History.NewEntry(
        new MessageId(new java.util.UUID(number * 0x9E3779B97F4A7C15L, number)),
        conversation(peer),
        new DeviceAddress(account(1000 + peer), 1),
        false,
        1 + number / CONVERSATIONS,
        Entry.Kind.MESSAGE,
        "message " + number + " of ordinary length, as people write them all day",
        START.plusSeconds(number),
        START.plusSeconds(number),
        List.of());
  }

  private static ConversationId conversation(int peer) {
    return ConversationId.ofTwo(ALICE, account(1000 + peer));
  }
}
