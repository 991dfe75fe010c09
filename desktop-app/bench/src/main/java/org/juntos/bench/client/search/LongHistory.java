package org.juntos.bench.client.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History.NewEntry;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Writes messages of 200 people, as they come in.
final class LongHistory {
  static final int PEOPLE = 200;

  private static final int BATCH = 2_000;
  private static final int ONE_IN_FILE = 30;

  private final Store store;
  private final RandomGenerator random;
  private final Vocabulary words;
  private final AccountId self;
  private final List<AccountId> people = new ArrayList<>();
  private final Instant start;
  private long written;

  LongHistory(Store store, RandomGenerator random, Vocabulary words, Instant start) {
    this.store = store;
    this.random = random;
    this.words = words;
    this.start = start;
    self = new AccountId(id());
    for (var number = 0; number < PEOPLE; number++) {
      people.add(new AccountId(id()));
    }
    store.write(txn -> {
      people.forEach(peer -> txn.history().open(with(peer), peer, start));
      return true;
    });
  }

  List<ConversationId> conversations() {
    return people.stream().map(this::with).toList();
  }

  AccountId person(int number) {
    return people.get(number);
  }

  void write(int messages) {
    for (var left = messages; left > 0; left -= BATCH) {
      commit(Math.min(left, BATCH));
    }
  }

  /// One transaction.
  void commit(int messages) {
    store.write(txn -> {
      for (var left = messages; left > 0; left--) {
        append(txn);
      }
      return true;
    });
  }

  private void append(Transaction txn) {
    var peer = people.get(random.nextInt(1 + random.nextInt(PEOPLE)));
    var own = random.nextBoolean();
    var at = start.plusSeconds(60 * written++);
    var file = random.nextInt(ONE_IN_FILE) == 0;
    txn.history()
        .append(
            new NewEntry(
                new MessageId(id()),
                with(peer),
                new DeviceAddress(own ? self : peer, 1),
                own,
                written,
                Entry.Kind.MESSAGE,
                words.message(),
                at,
                at,
                file ? List.of(file()) : List.of()));
  }

  private Attachment file() {
    var kinds = Attachment.Kind.values();
    return new Attachment(
        id().toString(),
        Bytes.EMPTY,
        Bytes.EMPTY,
        1,
        1,
        words.word() + ".bin",
        "application/octet-stream",
        kinds[random.nextInt(kinds.length)],
        Attachment.Preview.NONE);
  }

  private ConversationId with(AccountId peer) {
    return ConversationId.ofTwo(self, peer);
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
