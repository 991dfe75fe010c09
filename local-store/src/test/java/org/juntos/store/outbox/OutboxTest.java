package org.juntos.store.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.envelope;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.outbox.Outbox.Kind;
import org.juntos.store.outbox.Outbox.NewJob;

class OutboxTest extends OpenStore {
  @Test
  void a_job_comes_back_as_it_was_added() throws IOException {
    var job = job(BOB, 1, Kind.MESSAGE);
    var id = add(job);
    reopen();
    assertEquals(new Outbox.Job(id, job, 0, START), find(id));
    assertEquals(List.of(find(id)), reading(txn -> txn.outbox().ready(10)));
  }

  @Test
  void jobs_to_one_account_leave_in_order_and_accounts_side_by_side() {
    var first = add(job(BOB, 1, Kind.MESSAGE));
    var second = add(job(BOB, 2, Kind.RECEIPT));
    var other = add(job(CAROL, 3, Kind.CONTACT));
    assertEquals(List.of(first, other), ready());
    assertEquals(List.of(first), ready(1));
    write(txn -> txn.outbox().remove(first));
    assertEquals(List.of(second, other), ready());
    write(txn -> txn.outbox().remove(other));
    assertEquals(List.of(second), ready());
  }

  @Test
  void a_message_waits_for_its_uploads_and_holds_messages_but_not_the_rest() {
    openConversation();
    write(txn -> txn.history().append(outgoing(1, attachment("a"), attachment("b"))));
    var held = add(job(BOB, 1, Kind.MESSAGE));
    var behind = add(job(BOB, 2, Kind.MESSAGE));
    assertEquals(List.of(), ready());
    var receipt = add(job(BOB, 3, Kind.RECEIPT));
    var contact = add(job(BOB, 4, Kind.CONTACT));
    assertEquals(List.of(receipt), ready());
    write(txn -> txn.outbox().remove(receipt));
    assertEquals(List.of(contact), ready());
    write(txn -> txn.attachments().uploaded(message(1), 0, "blob a"));
    assertEquals(List.of(contact), ready());
    write(txn -> txn.attachments().uploaded(message(1), 1, "blob b"));
    assertEquals(List.of(held), ready());
    write(txn -> txn.outbox().remove(held));
    assertEquals(List.of(behind), ready());
  }

  @Test
  void no_state_of_an_upload_but_done_lets_the_message_go() {
    openConversation();
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    var held = add(job(BOB, 1, Kind.MESSAGE));
    for (var transfer : Transfer.values()) {
      write(txn -> txn.attachments().setTransfer(message(1), 0, transfer));
      assertEquals(transfer == Transfer.DONE ? List.of(held) : List.of(), ready(), transfer.name());
    }
  }

  @Test
  void it_makes_no_difference_whether_the_job_or_its_entry_came_first() {
    openConversation();
    var held = add(job(BOB, 1, Kind.MESSAGE));
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    assertEquals(List.of(), ready());
    write(txn -> txn.attachments().uploaded(message(1), 0, "blob"));
    assertEquals(List.of(held), ready());
  }

  @Test
  void an_attachment_that_a_stranger_sent_under_the_same_id_holds_nothing() {
    openConversation();
    write(txn -> txn.history().append(incoming(1, attachment("theirs"))));
    var job = add(job(BOB, 1, Kind.MESSAGE));
    assertEquals(List.of(job), ready());
  }

  @Test
  void a_receipt_that_is_behind_a_message_that_can_go_does_not_overtake_it() {
    var message = add(job(BOB, 1, Kind.MESSAGE));
    add(job(BOB, 2, Kind.RECEIPT));
    write(txn -> txn.outbox().retryAt(message, START.plusSeconds(900)));
    assertEquals(List.of(message), ready());
  }

  @Test
  void sealed_envelopes_stay_as_they_are_until_the_job_is_gone() throws IOException {
    var job = add(job(BOB, 1, Kind.MESSAGE));
    assertEquals(List.of(), sealed(job));
    var envelopes =
        List.of(
            new Outbox.SealedEnvelope(envelope(1), 1, bytes("one")),
            new Outbox.SealedEnvelope(envelope(2), 3, bytes("two")));
    write(txn -> txn.outbox().putSealed(job, envelopes));
    reopen();
    assertEquals(envelopes, sealed(job));
    write(txn -> txn.outbox().putSealed(job, envelopes.subList(1, 2)));
    assertEquals(envelopes.subList(1, 2), sealed(job));
    write(txn -> txn.outbox().remove(job));
    assertEquals(List.of(), sealed(job));
    assertNull(reading(txn -> txn.outbox().find(job)));
  }

  @Test
  void retries_count_and_hurrying_makes_all_jobs_of_a_message_due() {
    var job = add(job(BOB, 1, Kind.MESSAGE));
    var same = add(job(CAROL, 1, Kind.MESSAGE));
    write(txn -> txn.outbox().retryAt(job, START.plusSeconds(5)));
    write(txn -> txn.outbox().retryAt(job, START.plusSeconds(10)));
    write(txn -> txn.outbox().retryAt(same, START.plusSeconds(10)));
    assertEquals(2, find(job).attempts());
    assertEquals(START.plusSeconds(10), find(job).dueAt());
    write(txn -> txn.outbox().hurry(message(1)));
    assertEquals(0, find(job).attempts());
    assertEquals(Outbox.AT_ONCE, find(job).dueAt());
    assertEquals(Outbox.AT_ONCE, find(same).dueAt());
  }

  @Test
  void hurrying_makes_all_jobs_due_that_were_put_off_and_forgets_no_attempts() {
    var job = add(job(BOB, 1, Kind.MESSAGE));
    var other = add(job(CAROL, 2, Kind.RECEIPT));
    write(txn -> txn.outbox().retryAt(job, START.plusSeconds(5)));
    write(txn -> txn.outbox().retryAt(other, START.plusSeconds(9)));
    write(txn -> txn.outbox().hurry());
    assertEquals(1, find(job).attempts());
    assertEquals(Outbox.AT_ONCE, find(job).dueAt());
    assertEquals(Outbox.AT_ONCE, find(other).dueAt());
  }

  @Test
  void messages_are_counted_apart_from_receipts() {
    var message = add(job(BOB, 1, Kind.MESSAGE));
    add(job(BOB, 2, Kind.RECEIPT));
    add(job(CAROL, 3, Kind.CONTACT));
    assertEquals(1, waitingMessages());
    assertEquals(3, size());
    write(txn -> txn.outbox().remove(message));
    write(txn -> txn.outbox().remove(message));
    assertEquals(0, waitingMessages());
    assertEquals(2, size());
  }

  @Test
  void the_id_of_a_job_is_never_given_again() {
    var first = add(job(BOB, 1, Kind.MESSAGE));
    write(txn -> txn.outbox().remove(first));
    assertNotEquals(first, add(job(BOB, 2, Kind.MESSAGE)));
  }

  @Test
  void a_job_gets_its_number_once() {
    var job = add(withoutNumber(1));
    write(txn -> txn.outbox().number(job, 7));
    write(txn -> txn.outbox().number(job, 8));
    assertEquals(7, find(job).what().sequence());
  }

  @Test
  void jobs_of_a_message_are_found_oldest_first() {
    var one = add(job(CAROL, 1, Kind.MESSAGE));
    var other = add(job(BOB, 1, Kind.MESSAGE));
    add(job(BOB, 2, Kind.MESSAGE));
    assertEquals(List.of(find(one), find(other)), reading(txn -> txn.outbox().of(message(1))));
  }

  @Test
  void upload_progress_that_frees_a_job_is_announced() {
    openConversation();
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    add(job(BOB, 1, Kind.MESSAGE));
    commits.clear();
    write(txn -> txn.attachments().setTransferred(message(1), 0, 10));
    write(txn -> txn.attachments().uploaded(message(1), 0, "blob"));
    var moved = new Change.Transfer(WITH_BOB, message(1), 0);
    assertEquals(List.of(List.of(moved), List.of(new Change.Outbox(), moved)), commits);
  }

  private static NewJob withoutNumber(int message) {
    return new NewJob(
        BOB, bytes("key"), WITH_BOB, message(message), 0, Kind.MESSAGE, bytes("content"), START);
  }

  private long add(NewJob job) {
    return writing(txn -> txn.outbox().add(job));
  }

  private int waitingMessages() {
    return reading(txn -> txn.outbox().waitingMessages());
  }

  private int size() {
    return reading(txn -> txn.outbox().size());
  }

  private Outbox.Job find(long job) {
    return there(reading(txn -> txn.outbox().find(job)));
  }

  private List<Outbox.SealedEnvelope> sealed(long job) {
    return reading(txn -> txn.outbox().sealed(job));
  }

  private List<Long> ready() {
    return ready(100);
  }

  private List<Long> ready(int limit) {
    return reading(txn -> txn.outbox().ready(limit)).stream().map(Outbox.Job::id).toList();
  }
}
