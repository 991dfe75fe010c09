package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.envelope;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History.NewEntry;
import org.juntos.store.outbox.Outbox;

/// Plants a mark in everything that can be stored and looks for it in every file.
class PlaintextTest extends OpenStore {
  private static final String MARK = "CANARY-7d1f";

  @Test
  void nothing_that_was_stored_is_on_the_disk_as_it_is() throws IOException {
    plant();
    assertEquals(List.of(), filesWithMark(), "while it is open");
    assertTrue(
        Files.size(fixture.folder.resolve("profile.db-wal")) > 4096, "the log was looked at");
    profile.snapshot();
    profile.check();
    assertEquals(List.of(), filesWithMark(), "after a snapshot");
    profile.close();
    assertEquals(List.of(), filesWithMark(), "after closing");
    assertTrue(files().size() >= 6, "all files were looked at: " + files());
  }

  @Test
  void the_search_for_the_mark_would_find_it() throws IOException {
    Files.writeString(fixture.folder.resolve("planted"), "xx" + MARK + "yy");
    assertEquals(List.of("planted"), filesWithMark());
  }

  @Test
  void neither_the_key_nor_the_passphrase_is_in_the_key_slots() throws Exception {
    profile.addKeySlot(Fixture.passphrase(MARK));
    assertEquals(List.of(), filesWithMark());
    for (var secret : fixture.keyring.secrets.values()) {
      var hex = HexFormat.of().formatHex(secret);
      var slots = Files.readString(fixture.folder.resolve("keyslots.json"));
      assertTrue(!slots.contains(hex));
    }
  }

  private void plant() {
    write(txn -> {
      plantMessage(txn);
      plantJobs(txn);
      plantRecords(txn);
    });
  }

  private static void plantMessage(Transaction txn) {
    txn.history().open(WITH_BOB, BOB, START);
    txn.history()
        .append(
            new NewEntry(
                message(1),
                WITH_BOB,
                ALICES_DEVICE,
                true,
                1,
                Entry.Kind.MESSAGE,
                MARK.repeat(1000),
                START,
                START,
                List.of(attachment(MARK))));
    txn.history().markFailed(message(1), MARK);
    txn.attachments().setUpload(message(1), 0, MARK);
    txn.attachments().uploaded(message(1), 0, MARK);
  }

  private static void plantJobs(Transaction txn) {
    var job =
        txn.outbox()
            .add(
                new Outbox.NewJob(
                    BOB,
                    bytes(MARK),
                    WITH_BOB,
                    message(1),
                    1,
                    Outbox.Kind.MESSAGE,
                    bytes(MARK),
                    START));
    txn.outbox().putSealed(job, List.of(new Outbox.SealedEnvelope(envelope(1), 1, bytes(MARK))));
    txn.inbox().quarantine(envelope(2), bytes(MARK), MARK, START);
  }

  private static void plantRecords(Transaction txn) {
    var bytes = MARK.getBytes(StandardCharsets.UTF_8);
    txn.contacts()
        .put(
            new Contact(
                BOB, MARK, Contact.State.ACCEPTED, bytes(MARK), true, bytes(MARK), MARK, START));
    txn.settings().put(MARK, MARK);
    txn.settings().putBlob(MARK, bytes);
    txn.protocol().putLocalDevice(bytes);
    txn.protocol().putSession(BOBS_DEVICE, bytes);
    txn.protocol().putIdentity(BOB, bytes(MARK));
    txn.protocol().putPrekey(PrekeyKind.SIGNED, 1, bytes);
    txn.protocol().rememberKyberUse(1, 1, bytes(MARK));
  }

  private List<String> filesWithMark() throws IOException {
    var found = new ArrayList<String>();
    for (var file : files()) {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (text.contains(MARK) || text.contains("SQLite format 3")) {
        found.add(file.getFileName().toString());
      }
    }
    return found;
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(fixture.folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
