package org.juntos.engine.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.EncryptedFile;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.problem.Problems;
import org.juntos.media.MediaDescription;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaPreparation.PrepareRequest;
import org.juntos.media.Prepared;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes files fit to be sent: cleaned and made smaller by the media module, then encrypted into
/// the attachment folder. Only after that is their message committed.
public final class OutgoingFiles {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingFiles.class);

  private final MediaPreparation media;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final Path work;

  /// @param work private folder for cleaned copies, which are deleted as soon as they are encrypted
  public OutgoingFiles(
      MediaPreparation media, AttachmentFiles files, AttachmentCipher cipher, Path work) {
    this.media = media;
    this.files = files;
    this.cipher = cipher;
    this.work = work;
  }

  /// Empties the work folder: what is left there was of a run that ended too early. Only while
  /// nothing is prepared.
  public void sweep() throws IOException {
    Files.createDirectories(work);
    try (var left = Files.newDirectoryStream(work)) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Prepares all or none.
  public FileResult prepare(List<OutgoingFile> chosen) throws InterruptedException {
    var ready = new ArrayList<ReadyFile>();
    var complete = false;
    try {
      for (var file : chosen) {
        var refusal = prepare(file, ready);
        if (!refusal.isEmpty()) {
          return new FileResult.Refused(Problems.of(refusal));
        }
      }
      complete = true;
      return new FileResult.Ready(ready);
    } finally {
      if (!complete) {
        discard(ready);
      }
    }
  }

  /// Deletes files of a message that was not committed.
  public void discard(List<ReadyFile> ready) {
    for (var file : ready) {
      try {
        files.delete(file.file());
      } catch (IOException e) { // the next opening of the profile sweeps it away
        LOG.warn("a left-over attachment file stays until the next start", e);
      }
    }
  }

  /// The code of what is wrong; empty when the file was added to `ready`.
  private String prepare(OutgoingFile file, List<ReadyFile> ready) throws InterruptedException {
    var request = new PrepareRequest(file.path(), file.originalQuality(), file.voice(), work);
    return switch (media.prepare(request, _ -> {})) {
      case Prepared.Refused(var reason, _) -> code(reason);
      case Prepared.Ready prepared -> encrypt(prepared, ready);
    };
  }

  private String encrypt(Prepared.Ready prepared, List<ReadyFile> ready)
      throws InterruptedException {
    var name = files.newName();
    try {
      if (Files.size(prepared.file()) > WireLimits.MAX_BLOB_BYTES) {
        return "file-too-large";
      }
      try (var plaintext = Files.newInputStream(prepared.file())) {
        var encrypted = cipher.encrypt(plaintext, files.path(name), _ -> {});
        ready.add(new ReadyFile(name, attachment(prepared, encrypted)));
        return "";
      }
    } catch (InterruptedIOException e) {
      throw interrupted(e);
    } catch (IOException e) {
      LOG.info("a file could not be encrypted: {}", e.getClass().getName());
      return "file-unreadable";
    } finally {
      deleteCopy(prepared);
    }
  }

  private static void deleteCopy(Prepared.Ready prepared) {
    if (!prepared.temporary()) {
      return;
    }
    try {
      Files.deleteIfExists(prepared.file());
    } catch (IOException e) {
      LOG.warn("a cleaned copy stays until the next start", e);
    }
  }

  private static InterruptedException interrupted(InterruptedIOException cause) {
    var interrupted = new InterruptedException("cancelled");
    interrupted.initCause(cause);
    return interrupted;
  }

  private static Attachment attachment(Prepared.Ready prepared, EncryptedFile encrypted) {
    var description = prepared.description();
    return new Attachment(
        "",
        encrypted.key(),
        encrypted.digest(),
        encrypted.plaintextBytes(),
        encrypted.ciphertextBytes(),
        prepared.fileName(),
        description.mediaType(),
        Attachment.Kind.valueOf(description.kind().name()),
        preview(description));
  }

  private static Attachment.Preview preview(MediaDescription description) {
    return new Attachment.Preview(
        description.width(),
        description.height(),
        description.durationMillis(),
        description.blurhash(),
        Bytes.of(description.thumbnail().toArray()),
        Bytes.of(description.waveform().toArray()));
  }

  private static String code(Prepared.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "file-unreadable";
      case DAMAGED -> "file-damaged";
      case TOO_MANY_PIXELS -> "file-too-many-pixels";
      case TIMED_OUT -> "file-timed-out";
      case FAILED -> "file-not-prepared";
    };
  }
}
