package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.MediaSource;
import org.juntos.media.Prepared;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.Attachments.Unprepared;
import org.juntos.wire.WireLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one file fit to be sent: the media module reads the original while it is decrypted, writes
/// a cleaned copy into the work folder, and that is encrypted and takes the place of the original.
/// May be ended at any point: until the last transaction, everything is as before.
final class Preparer {
  private static final Logger LOG = LoggerFactory.getLogger(Preparer.class);
  private static final long LEAST_ROOM_BYTES = 1024 * 1024;

  private final MediaPreparation media;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final PreparationRows rows;
  private final Path work;

  /// @param work private folder for cleaned copies, which are deleted as soon as they are encrypted
  Preparer(
      MediaPreparation media,
      AttachmentFiles files,
      AttachmentCipher cipher,
      PreparationRows rows,
      Path work) {
    this.media = media;
    this.files = files;
    this.cipher = cipher;
    this.rows = rows;
    this.work = work;
  }

  /// Empties the work folder: what is left there was of a run that ended too early. Only while
  /// nothing is prepared.
  void sweep() throws IOException {
    Files.createDirectories(work);
    try (var left = Files.newDirectoryStream(work)) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Afterwards the file is waiting to be sent, or its message has failed and says why, or the
  /// person does not want it any more.
  void prepare(Unprepared next) throws InterruptedException {
    var how = rows.wanted(next);
    if (how == null) {
      return;
    }
    var code =
        switch (media.prepare(request(next, how), rows.progress(next))) {
          case Prepared.Refused(var reason, var detail) -> refused(reason, detail);
          case Prepared.Ready ready -> replace(next, ready);
        };
    if (!code.isEmpty()) {
      rows.fail(next, code);
    }
  }

  /// Fails its message.
  void giveUp(Unprepared next) {
    rows.fail(next, code(Prepared.Reason.FAILED));
  }

  private PrepareRequest request(Unprepared next, Preparation how) {
    var original = next.attachment();
    var source = new Original(cipher, files.path(original.file()), original.attachment());
    return new PrepareRequest(
        source, original.attachment().fileName(), how.originalQuality(), how.voice(), work);
  }

  /// The code of what is wrong; empty when nothing is.
  private String replace(Unprepared next, Prepared.Ready ready) throws InterruptedException {
    try {
      if (AttachmentCipher.ciphertextBytes(Files.size(ready.file())) > WireLimits.MAX_BLOB_BYTES) {
        return "file-too-large";
      }
      var name = files.newName();
      try (var cleaned = Files.newInputStream(ready.file())) {
        var encrypted = cipher.encrypt(cleaned, files.path(name), _ -> {});
        var result = Descriptions.attachment(encrypted, ready.fileName(), ready.description());
        delete(rows.replace(next, name, result) ? next.attachment().file() : name);
      }
      return "";
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(e);
      }
      return refused(Prepared.Reason.FAILED, e.getClass().getName());
    } finally {
      deleteCopy(ready.file());
    }
  }

  static InterruptedException interrupted(IOException cause) {
    var interrupted = new InterruptedException("cancelled");
    interrupted.initCause(cause);
    return interrupted;
  }

  private String refused(Prepared.Reason reason, String detail) {
    LOG.info("a file was not prepared: {}, {}", reason, detail.lines().findFirst().orElse(""));
    try {
      return files.hasRoom(LEAST_ROOM_BYTES) ? code(reason) : "disk-full";
    } catch (IOException _) {
      return code(reason);
    }
  }

  private void delete(String file) {
    try {
      files.delete(file);
    } catch (IOException e) { // the next opening of the profile sweeps it away
      LOG.warn("an attachment file that nothing needs stays until the next start", e);
    }
  }

  private static void deleteCopy(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.warn("a cleaned copy stays until the next start", e);
    }
  }

  static String code(Prepared.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "file-unreadable";
      case DAMAGED -> "file-damaged";
      case TOO_MANY_PIXELS -> "file-too-many-pixels";
      case TOO_LONG -> "voice-too-long";
      case TIMED_OUT -> "file-timed-out";
      case FAILED -> "file-not-prepared";
    };
  }

  /// What the person chose, decrypted while it is read: it never lies on the disk in the clear.
  private record Original(AttachmentCipher cipher, Path file, Attachment attachment)
      implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      return cipher.open(file, attachment.key());
    }

    @Override
    public String mediaType() {
      return attachment.mediaType();
    }
  }
}
