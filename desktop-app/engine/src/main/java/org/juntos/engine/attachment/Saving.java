package org.juntos.engine.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.FileCheck;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.media.FileNames;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.StoredAttachment;

/// Hands out what is in attachments: as a channel that decrypts while it is read, or as a file that
/// the person wants.
public final class Saving {
  private static final int MOST_NAMES = 1_000;

  private final Store store;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;

  public Saving(Store store, AttachmentFiles files, AttachmentCipher cipher) {
    this.store = store;
    this.files = files;
    this.cipher = cipher;
  }

  /// The decrypted bytes, verified while they are read.
  public SeekableByteChannel open(MessageId message, int index) throws IOException {
    var stored = find(message, index);
    if (stored == null || !isHere(stored)) {
      throw new IOException("the attachment is not here");
    }
    try {
      return cipher.open(files.path(stored.file()), stored.attachment().key());
    } catch (IllegalArgumentException e) {
      throw new IOException("the attachment has no usable key", e);
    }
  }

  /// Writes a file; never over another one, and never outside of the folder that was chosen.
  public Outcome save(Intent.SaveAttachment intent) throws InterruptedException {
    var stored = find(intent.message(), intent.index());
    if (stored == null) {
      return Problems.refused("attachment-unknown");
    }
    if (!isHere(stored)) {
      return Problems.refused("attachment-not-here");
    }
    try {
      return Files.isDirectory(intent.target())
          ? saveIn(intent.target(), stored)
          : saveAs(intent.target(), stored);
    } catch (FileAlreadyExistsException _) {
      return Problems.refused("target-exists");
    } catch (InterruptedIOException _) {
      throw new InterruptedException("cancelled");
    } catch (IOException _) {
      return Problems.refused("target-unwritable");
    }
  }

  /// Under the name that the sender gave, made safe; with a number when that is taken.
  private Outcome saveIn(Path folder, StoredAttachment stored) throws IOException {
    var name = FileNames.safe(stored.attachment().fileName());
    for (int number = 1; number < MOST_NAMES; number++) {
      var target = folder.resolve(number == 1 ? name : numbered(name, number));
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        return saveAs(target, stored); // fails when somebody was quicker
      }
    }
    return Problems.refused("target-exists");
  }

  private Outcome saveAs(Path target, StoredAttachment stored) throws IOException {
    Files.createFile(target); // fails when there is anything of that name
    var saved = false;
    try (var out = Files.newOutputStream(target)) {
      var check = cipher.decryptTo(files.path(stored.file()), stored.attachment(), out);
      saved = check instanceof FileCheck.Intact;
    } catch (IllegalArgumentException e) {
      throw new IOException("the attachment has no usable key", e);
    } finally {
      if (!saved) {
        Files.deleteIfExists(target);
      }
    }
    return saved ? new Outcome.Saved(target) : Problems.refused("attachment-tampered");
  }

  private static String numbered(String name, int number) {
    var extension = FileNames.extension(name);
    var stem =
        extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
    var suffix = " (" + number + ")" + (extension.isEmpty() ? "" : "." + extension);
    return FileNames.safe(stem + suffix);
  }

  private @Nullable StoredAttachment find(MessageId message, int index) {
    return store.read(txn -> txn.attachments().find(message, index));
  }

  /// Outgoing files are here from the beginning.
  private boolean isHere(StoredAttachment stored) {
    try {
      return files.size(stored.file()) >= 0;
    } catch (IOException _) {
      return false;
    }
  }
}
