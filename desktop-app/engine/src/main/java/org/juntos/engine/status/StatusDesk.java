package org.juntos.engine.status;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.FileCheck;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.contact.Contact;
import org.juntos.store.status.StoredStatus;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;

/// What a person does with statuses that are there: look, take back, mute, save.
public final class StatusDesk {
  private static final String UNKNOWN = "status-unknown";

  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final RelayTime time;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;

  public StatusDesk(
      Self self,
      Store store,
      Jobs jobs,
      RelayTime time,
      AttachmentFiles files,
      AttachmentCipher cipher) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.time = time;
    this.files = files;
    this.cipher = cipher;
  }

  /// Tries one that was refused again.
  public Outcome retry(MessageId id) {
    return store.write(txn -> {
      var status = txn.statuses().find(self.account(), id);
      if (status == null || status.state() != State.REFUSED) {
        return Problems.refused(UNKNOWN);
      }
      txn.statuses().move(self.account(), id, State.WAITING, "");
      return new Outcome.Posted(id);
    });
  }

  /// Takes one of one's own back: here, at the relay, and with everybody who has it.
  public Outcome delete(MessageId id) {
    return store.write(txn -> {
      var status = txn.statuses().find(self.account(), id);
      if (status == null) {
        return Problems.refused(UNKNOWN);
      }
      var deleted = new StatusContent.Deleted(id);
      for (var viewer : txn.statusPeople().of(id)) {
        var contact = txn.contacts().find(viewer.account());
        if (contact != null && contact.state() == Contact.State.ACCEPTED) {
          jobs.status(txn, contact, deleted);
        }
      }
      Ending.end(txn, self.account(), id, time.now().plus(StatusRules.LIFE));
      if (status.content().file() != null && status.upload().isEmpty()) {
        txn.statuses().setUpload(self.account(), id, id.toString()); // another device uploaded it
      }
      jobs.own(txn, deleted);
      return new Outcome.Done();
    });
  }

  /// Notes that the person has seen it, and has its file fetched if need be.
  public Outcome view(AccountId author, MessageId id) {
    return store.write(txn -> {
      var status = txn.statuses().find(author, id);
      if (status == null) {
        return Problems.refused(UNKNOWN);
      }
      if (status.state() == State.OFFERED || status.state() == State.FAILED) {
        txn.statuses().move(author, id, State.WANTED, "");
      }
      if (txn.statuses().viewed(author, id)) {
        seen(txn, author, id);
      }
      return new Outcome.Done();
    });
  }

  private void seen(Transaction txn, AccountId author, MessageId id) {
    var contact = txn.contacts().find(author);
    if (contact != null
        && contact.state() == Contact.State.ACCEPTED
        && !StatusSettings.audience(txn).secretly()) {
      jobs.status(txn, contact, new StatusContent.Seen(List.of(id), jobs.now()));
    }
    jobs.own(txn, new StatusContent.Viewed(author, List.of(id)));
  }

  /// Puts somebody's out of sight, or back.
  public Outcome mute(AccountId author, boolean muted) {
    return store.write(txn -> {
      if (txn.contacts().find(author) == null) {
        return Problems.refused("contact-unknown");
      }
      txn.statusPeople().mute(author, muted);
      jobs.own(txn, new StatusContent.Muted(author, muted));
      return new Outcome.Done();
    });
  }

  /// The decrypted bytes, verified while they are read.
  public SeekableByteChannel open(AccountId author, MessageId id) throws IOException {
    var status = find(author, id);
    var file = status == null ? null : status.content().file();
    if (status == null || file == null || !isHere(status)) {
      throw new IOException("the status is not here");
    }
    try {
      return cipher.open(files.path(status.file()), file.key());
    } catch (IllegalArgumentException e) {
      throw new IOException("the status has no usable key", e);
    }
  }

  /// Writes its file, never over another one.
  public Outcome save(Intent.SaveStatus intent) throws InterruptedException {
    var status = find(intent.author(), intent.status());
    var file = status == null ? null : status.content().file();
    if (status == null || file == null) {
      return Problems.refused(UNKNOWN);
    }
    if (!isHere(status)) {
      return Problems.refused("status-not-here");
    }
    try {
      return save(status, file, intent.target());
    } catch (FileAlreadyExistsException _) {
      return Problems.refused("target-exists");
    } catch (java.io.InterruptedIOException _) {
      throw new InterruptedException("cancelled");
    } catch (IOException _) {
      return Problems.refused("target-unwritable");
    }
  }

  private Outcome save(StoredStatus status, Attachment file, Path target) throws IOException {
    Files.createFile(target); // fails when there is anything of that name
    var saved = false;
    try (var out = Files.newOutputStream(target)) {
      var check = cipher.decryptTo(files.path(status.file()), file, out);
      saved = check instanceof FileCheck.Intact;
    } finally {
      if (!saved) {
        Files.deleteIfExists(target);
      }
    }
    return saved ? new Outcome.Saved(target) : Problems.refused("status-tampered");
  }

  private @Nullable StoredStatus find(AccountId author, MessageId id) {
    return store.read(txn -> txn.statuses().find(author, id));
  }

  private boolean isHere(StoredStatus status) {
    try {
      return !status.file().isEmpty() && files.size(status.file()) >= 0;
    } catch (IOException _) {
      return false;
    }
  }
}
