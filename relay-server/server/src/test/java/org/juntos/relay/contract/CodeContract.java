package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.otp.CodeSession;
import org.juntos.relay.otp.CodeStore;
import org.juntos.relay.otp.CodeStore.Outcomes;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.LiveCode;
import org.juntos.wire.Bytes;

/// Codes and their limits: see [org.juntos.relay.otp.CodeStore].
public abstract class CodeContract extends StoreContract {
  private static final Bytes SUBJECT = Fixture.text("subject");
  private static final Bytes PREFIX = Fixture.text("prefix");
  private static final Instant NOW = Fixture.START;
  private static final Instant END = NOW.plusSeconds(600);

  /// Of the store that `opening` opens.
  protected CodeContract(Opening opening) {
    super(opening);
  }

  private static LiveCode code(String session, @Nullable Instant admittedAt) {
    return new LiveCode(
        new CodeSession(Fixture.text(session), END, NOW.plusSeconds(60), 5),
        ContactKind.EMAIL,
        SUBJECT,
        Fixture.text("hash of " + session),
        admittedAt);
  }

  /// Changes rows.
  private interface Change {
    void in(CodeStore.Rows rows) throws IOException;
  }

  private void within(Change change) throws IOException {
    store
        .ports()
        .codes()
        .within(rows -> {
          change.in(rows);
          return true;
        });
  }

  @Test
  void a_code_is_found_by_session_and_contact_after_a_restart() throws IOException {
    within(rows -> rows.put(code("one", null)));
    store.reopen();
    within(rows -> {
      assertEquals(code("one", null), rows.ofSession(Fixture.text("one")));
      assertEquals(code("one", null), rows.ofSubject(SUBJECT));
      rows.put(code("one", NOW));
      assertEquals(code("one", NOW), rows.ofSession(Fixture.text("one")));
    });
  }

  @Test
  void a_contact_has_one_code_only_the_last() throws IOException {
    within(rows -> rows.put(code("one", null)));
    within(rows -> rows.put(code("two", null)));
    within(rows -> {
      assertNull(rows.ofSession(Fixture.text("one")));
      assertEquals(code("two", null), rows.ofSubject(SUBJECT));
    });
  }

  @Test
  void nothing_of_a_work_that_throws_is_done() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            within(rows -> {
              rows.put(code("one", null));
              throw new IOException("no");
            }));
    assertThrows(
        IllegalStateException.class,
        () ->
            within(rows -> {
              rows.setFullAt(PREFIX, 7);
              throw new IllegalStateException("a fault of ours");
            }));
    within(rows -> {
      assertNull(rows.ofSubject(SUBJECT));
      assertEquals(0, rows.fullAt(PREFIX));
    });
  }

  @Test
  void works_at_once_see_one_another_as_if_they_came_one_by_one() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var works = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 40; i++) {
        works.add(
            threads.submit(() ->
                store
                    .ports()
                    .codes()
                    .within(rows -> {
                      rows.setFullAt(PREFIX, rows.fullAt(PREFIX) + 1);
                      return true;
                    })));
      }
      for (var work : works) {
        work.get();
      }
    }
    within(rows -> assertEquals(40, rows.fullAt(PREFIX)));
  }

  @Test
  void outcomes_are_of_the_last_codes_that_are_decided() throws IOException {
    within(rows -> {
      for (int i = 0; i < 5; i++) {
        rows.sent(PREFIX, Fixture.text("session " + i), NOW.plusSeconds(i));
      }
      rows.entered(Fixture.text("session 4"));
      assertEquals(new Outcomes(4, 1), rows.outcomes(PREFIX, NOW.plusSeconds(2), 10));
      assertEquals(new Outcomes(2, 1), rows.outcomes(PREFIX, NOW.plusSeconds(2), 2));
      assertEquals(new Outcomes(0, 0), rows.outcomes(SUBJECT, NOW.plusSeconds(2), 10));
    });
  }

  @Test
  void a_closed_prefix_stays_closed_over_a_restart_and_begins_anew() throws IOException {
    within(rows -> {
      rows.sent(PREFIX, Fixture.text("session"), NOW);
      rows.close(PREFIX, END);
    });
    store.reopen();
    within(rows -> {
      assertEquals(END, rows.closedUntil(PREFIX));
      assertEquals(Instant.EPOCH, rows.closedUntil(SUBJECT));
      assertEquals(new Outcomes(0, 0), rows.outcomes(PREFIX, END, 10));
    });
  }

  @Test
  void a_sweep_takes_what_is_over_and_leaves_the_rest() throws IOException {
    long full = Duration.between(Instant.EPOCH, END).toNanos();
    within(rows -> {
      rows.put(code("one", null));
      rows.setFullAt(PREFIX, full);
      rows.close(PREFIX, END);
      rows.sent(SUBJECT, Fixture.text("session"), NOW);
      rows.sweep(END.minusMillis(1), NOW);
      assertEquals(code("one", null), rows.ofSubject(SUBJECT));
      assertEquals(full, rows.fullAt(PREFIX));
      assertEquals(END, rows.closedUntil(PREFIX));
      assertEquals(1, rows.outcomes(SUBJECT, NOW, 10).codes());
      rows.sweep(END, NOW.plusMillis(1));
      assertNull(rows.ofSubject(SUBJECT));
      assertEquals(0, rows.fullAt(PREFIX));
      assertEquals(Instant.EPOCH, rows.closedUntil(PREFIX));
      assertEquals(0, rows.outcomes(SUBJECT, NOW, 10).codes());
    });
  }
}
