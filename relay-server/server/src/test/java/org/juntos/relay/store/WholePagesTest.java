package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.mailbox.MailboxStore.Page;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.Bytes;

/// No page leaves out a copy, whatever happens between the looks.
class WholePagesTest {
  private final FakeMailbox mailbox = new FakeMailbox();

  /// What happens before the next look, filing or page.
  private static final class FakeMailbox implements WholePages.Mailbox {
    final TreeSet<Long> unfiled = new TreeSet<>();
    final TreeSet<Long> filed = new TreeSet<>();
    final Deque<Runnable> beforePages = new ArrayDeque<>();
    final Deque<Runnable> afterPages = new ArrayDeque<>();
    private long filings;
    private long next = 1;

    void copy() {
      unfiled.add(next++);
    }

    void envelope() {
      filed.add(next++);
    }

    void fileAll() {
      filings += unfiled.isEmpty() ? 0 : 1;
      filed.addAll(unfiled);
      unfiled.clear();
    }

    @Override
    public Unfiled.Look look() {
      return new Unfiled.Look(!unfiled.isEmpty(), filings);
    }

    @Override
    public long file() {
      fileAll();
      return next;
    }

    @Override
    public Page page(long last) {
      run(beforePages);
      var envelopes = new ArrayList<StoredEnvelope>();
      for (long sequence : filed.headSet(last, true)) {
        envelopes.add(
            new StoredEnvelope(new UUID(0, sequence), sequence, 0, Bytes.EMPTY, Bytes.EMPTY));
      }
      run(afterPages);
      return new Page(envelopes, true);
    }

    private static void run(Deque<Runnable> events) {
      var event = events.poll();
      if (event != null) {
        event.run();
      }
    }
  }

  private List<Long> read() throws IOException {
    return WholePages.read(mailbox).envelopes().stream().map(StoredEnvelope::sequence).toList();
  }

  @Test
  void what_is_unfiled_is_filed_first_and_the_mailbox_is_not_said_to_end() throws IOException {
    mailbox.copy();
    mailbox.envelope();
    var page = WholePages.read(mailbox);
    assertEquals(2, page.envelopes().size());
    assertFalse(page.end());
    assertTrue(WholePages.read(mailbox).end());
  }

  @Test
  void a_copy_that_comes_before_the_page_is_not_left_out() throws IOException {
    mailbox.envelope();
    mailbox.beforePages.add(() -> {
      mailbox.copy();
      mailbox.envelope();
    });
    assertEquals(List.of(1L, 2L, 3L), read());
  }

  @Test
  void a_copy_that_is_filed_right_after_the_page_is_not_left_out() throws IOException {
    mailbox.envelope();
    mailbox.beforePages.add(() -> {
      mailbox.copy();
      mailbox.envelope();
    });
    mailbox.afterPages.add(mailbox::fileAll);
    assertEquals(List.of(1L, 2L, 3L), read());
  }

  @Test
  void what_comes_after_the_filing_is_for_the_next_page() throws IOException {
    mailbox.copy();
    mailbox.beforePages.add(() -> {
      mailbox.envelope();
      mailbox.copy();
      mailbox.envelope();
    });
    assertEquals(List.of(1L, 2L), read());
    assertEquals(List.of(1L, 2L, 3L, 4L), read());
  }

  @Test
  void a_look_that_was_wrong_is_followed_by_another() throws IOException {
    mailbox.copy();
    mailbox.beforePages.add(mailbox.filed::clear); // it expired
    mailbox.beforePages.add(mailbox::envelope);
    assertEquals(List.of(2L), read());
  }
}
