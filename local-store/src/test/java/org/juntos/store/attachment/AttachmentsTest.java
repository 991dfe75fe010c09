package org.juntos.store.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.attachment.StoredAttachment.Transfer;

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
  void moving_on_is_announced_with_its_conversation() {
    write(txn -> txn.history().append(incoming(2, attachment("c"))));
    commits.clear();
    write(txn -> txn.attachments().setTransfer(message(2), 0, Transfer.WAITING));
    assertEquals(List.of(List.of(new Change.Transfer(WITH_BOB, message(2), 0))), commits);
  }

  @Test
  void what_is_not_there_is_refused() {
    assertNull(reading(txn -> txn.attachments().find(message(9), 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> write(txn -> txn.attachments().setTransferred(message(9), 0, 1)));
  }

  @Test
  void files_have_random_names_of_their_own() {
    write(txn -> txn.history().append(incoming(1, attachment("a"), attachment("b"))));
    var entry = there(reading(txn -> txn.history().find(message(1))));
    var names = entry.attachments().stream().map(StoredAttachment::file).distinct().toList();
    assertEquals(2, names.size());
    names.forEach(name -> profile.attachments().path(name));
  }

  private StoredAttachment find(int number) {
    return there(reading(txn -> txn.attachments().find(message(number), 0)));
  }

  private List<MessageId> pending(boolean outgoing) {
    return reading(txn -> txn.attachments().pending(outgoing)).stream()
        .map(Attachments.Pending::message)
        .toList();
  }
}
