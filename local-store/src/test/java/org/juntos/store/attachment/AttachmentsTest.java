package org.juntos.store.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.Attachments.Unprepared;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.outbox.Outbox;

class AttachmentsTest extends OpenStore {
  @BeforeEach
  void open_conversation() {
    openConversation();
  }

  @Test
  void progress_survives_a_restart() throws IOException {
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    write(txn -> txn.attachments().setTransfer(message(1), 0, Transfer.RUNNING));
    write(txn -> txn.attachments().setTransferred(message(1), 0, 512));
    write(txn -> txn.attachments().setUpload(message(1), 0, "begun"));
    reopen();
    var stored = find(1);
    assertEquals(Transfer.RUNNING, stored.transfer());
    assertEquals(512, stored.transferred());
    assertEquals("begun", reading(txn -> txn.attachments().upload(message(1), 0)));
    assertEquals("", stored.attachment().blobId());
  }

  @Test
  void an_upload_ends_done_under_the_name_of_its_blob() {
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    assertEquals("", reading(txn -> txn.attachments().upload(message(1), 0)));
    write(txn -> txn.attachments().uploaded(message(1), 0, "blob"));
    assertEquals(Transfer.DONE, find(1).transfer());
    assertEquals("blob", find(1).attachment().blobId());
    assertEquals(1100, find(1).transferred());
  }

  @Test
  void transfers_are_pending_oldest_first_and_apart_for_each_direction() {
    write(txn -> txn.history().append(outgoing(1, attachment("a"), attachment("b"))));
    write(txn -> txn.history().append(incoming(2, attachment("c"))));
    write(txn -> txn.history().append(outgoing(3, attachment("d"))));
    assertEquals(List.of(message(1), message(1), message(3)), pending(true));
    assertEquals(List.of(), pending(false));
    write(txn -> txn.attachments().setTransfer(message(2), 0, Transfer.WAITING));
    write(txn -> txn.attachments().setTransfer(message(1), 0, Transfer.RUNNING));
    write(txn -> txn.attachments().setTransfer(message(1), 1, Transfer.CANCELLED));
    assertEquals(List.of(message(1), message(3)), pending(true));
    assertEquals(List.of(message(2)), pending(false));
    assertEquals(
        List.of(find(2)),
        reading(txn -> txn.attachments().pending(false)).stream()
            .map(Attachments.Pending::attachment)
            .toList());
  }

  @Test
  void a_file_is_prepared_oldest_first_and_is_no_upload_before() throws IOException {
    write(txn -> txn.history().append(outgoing(1, attachment("a"), attachment("b"))));
    write(txn -> txn.history().append(outgoing(2, attachment("c"))));
    write(txn -> txn.attachments().prepare(message(2), 0, new Preparation(true, false)));
    write(txn -> txn.attachments().prepare(message(1), 1, new Preparation(false, true)));
    reopen();
    assertEquals(List.of(message(1)), pending(true));
    assertEquals(List.of(message(1), message(2)), unprepared());
    assertEquals(
        new Unprepared(WITH_BOB, message(2), find(2)),
        reading(txn -> txn.attachments().unprepared()).getLast());
    assertEquals(Transfer.PREPARING, find(2).transfer());
    assertEquals(new Preparation(true, false), preparation(2, 0));
    assertEquals(new Preparation(false, true), preparation(1, 1));
    assertNull(preparation(1, 0));
  }

  @Test
  void what_is_prepared_takes_the_place_of_the_original() {
    write(txn -> txn.history().append(outgoing(1, attachment("a.mov"))));
    write(txn -> txn.outbox().add(job(BOB, 1, Outbox.Kind.MESSAGE)));
    write(txn -> txn.attachments().prepare(message(1), 0, new Preparation(false, false)));
    write(txn -> txn.attachments().setTransferred(message(1), 0, 500));
    var result = attachment("a.mp4");
    write(txn -> txn.attachments().describe(message(1), 0, video(result)));
    assertEquals(Attachment.Kind.VIDEO, find(1).attachment().kind());
    assertEquals(attachment("a.mov").digest(), find(1).attachment().digest());
    assertEquals(Transfer.PREPARING, find(1).transfer());
    assertEquals(500, find(1).transferred());

    var file = profile.attachments().newName();
    write(txn -> txn.attachments().prepared(message(1), 0, file, result));
    assertEquals(new StoredAttachment(0, result, Transfer.WAITING, file, 0), find(1));
    assertEquals(List.of(message(1)), pending(true));
    assertEquals(List.of(), unprepared());
    assertNull(preparation(1, 0));
    assertEquals(List.of(), reading(txn -> txn.outbox().ready(10)));
    write(txn -> txn.attachments().uploaded(message(1), 0, "blob"));
    assertEquals(1, reading(txn -> txn.outbox().ready(10)).size());
  }

  @Test
  void a_message_keeps_its_place_while_its_file_is_prepared() {
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    write(txn -> txn.attachments().prepare(message(1), 0, new Preparation(false, false)));
    write(txn -> txn.outbox().add(job(BOB, 1, Outbox.Kind.MESSAGE)));
    write(txn -> txn.outbox().add(job(BOB, 2, Outbox.Kind.MESSAGE)));
    write(txn -> txn.outbox().add(job(CAROL, 3, Outbox.Kind.MESSAGE)));
    assertEquals(
        List.of(CAROL),
        reading(txn -> txn.outbox().ready(10)).stream().map(job -> job.what().to()).toList());
  }

  @Test
  void how_a_file_is_prepared_is_known_after_it_was_stopped() {
    write(txn -> txn.history().append(outgoing(1, attachment("a"))));
    write(txn -> txn.attachments().prepare(message(1), 0, new Preparation(false, true)));
    write(txn -> txn.attachments().setTransfer(message(1), 0, Transfer.CANCELLED));
    assertEquals(List.of(), unprepared());
    assertEquals(new Preparation(false, true), preparation(1, 0));
  }

  @Test
  void moving_on_is_announced_with_its_conversation() {
    write(txn -> txn.history().append(incoming(2, attachment("c"))));
    commits.clear();
    write(txn -> txn.attachments().setTransfer(message(2), 0, Transfer.WAITING));
    assertEquals(List.of(List.of(new Change.Transfer(WITH_BOB, message(2), 0))), commits);
  }

  @Test
  void a_file_whose_message_was_deleted_meanwhile_does_not_move_on() {
    assertNull(reading(txn -> txn.attachments().find(message(9), 0)));
    commits.clear();
    write(txn -> txn.attachments().setTransferred(message(9), 0, 1));
    assertEquals(List.of(), commits);
  }

  @Test
  void files_have_random_names_of_their_own() {
    write(txn -> txn.history().append(incoming(1, attachment("a"), attachment("b"))));
    var entry = there(reading(txn -> txn.history().find(message(1))));
    var names = entry.attachments().stream().map(StoredAttachment::file).distinct().toList();
    assertEquals(2, names.size());
    names.forEach(name -> profile.attachments().path(name));
  }

  @Test
  void what_is_left_out_is_gone_and_what_is_behind_it_moves_up() {
    write(txn -> {
      txn.history()
          .append(outgoing(1, attachment("a"), attachment("b"), attachment("c"), attachment("d")));
      txn.attachments().prepare(message(1), 1, new Preparation(false, false));
      txn.attachments().prepare(message(1), 3, new Preparation(true, false));
    });
    var names = files(1);
    write(txn -> txn.attachments().leaveOut(message(1), 1));
    assertEquals(List.of(names.get(0), names.get(2), names.get(3)), files(1));
    assertNull(preparation(1, 1));
    assertEquals(new Preparation(true, false), preparation(1, 2));
    assertNull(reading(txn -> txn.attachments().find(message(1), 3)));
  }

  private List<String> files(int number) {
    return there(reading(txn -> txn.history().find(message(number)))).attachments().stream()
        .map(StoredAttachment::file)
        .toList();
  }

  private StoredAttachment find(int number) {
    return there(reading(txn -> txn.attachments().find(message(number), 0)));
  }

  private static Attachment video(Attachment of) {
    return new Attachment(
        of.blobId(),
        of.key(),
        of.digest(),
        of.plaintextBytes(),
        of.ciphertextBytes(),
        of.fileName(),
        "video/mp4",
        Attachment.Kind.VIDEO,
        of.preview());
  }

  private @Nullable Preparation preparation(int number, int index) {
    return reading(txn -> txn.attachments().preparation(message(number), index));
  }

  private List<MessageId> unprepared() {
    return reading(txn -> txn.attachments().unprepared()).stream()
        .map(Unprepared::message)
        .toList();
  }

  private List<MessageId> pending(boolean outgoing) {
    return reading(txn -> txn.attachments().pending(outgoing)).stream()
        .map(Attachments.Pending::message)
        .toList();
  }
}
