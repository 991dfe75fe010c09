package org.juntos.engine.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.EncryptedFile;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.media.MediaPreparation;
import org.juntos.media.Outlook;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.wire.WireLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the files that a person chose, as they are, at the speed of the disk: encrypts them into
/// the attachment folder. After that their message can be committed, whatever becomes of the
/// originals. What has to be prepared, is prepared from there.
public final class ChosenFiles {
  /// Longest original of which something smaller is made.
  static final long MAX_ORIGINAL_BYTES = 4L * 1024 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ChosenFiles.class);

  private final MediaPreparation media;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;

  public ChosenFiles(MediaPreparation media, AttachmentFiles files, AttachmentCipher cipher) {
    this.media = media;
    this.files = files;
    this.cipher = cipher;
  }

  /// Takes all or none.
  public FileResult take(List<OutgoingFile> chosen) throws InterruptedException {
    return takeAll(chosen, this::take);
  }

  /// Takes one file.
  @FunctionalInterface
  interface Taking<T> {
    /// The code of what is wrong; empty when the file was added to `taken`.
    String take(T file, List<TakenFile> taken) throws InterruptedException;
  }

  <T> FileResult takeAll(List<T> chosen, Taking<T> taking) throws InterruptedException {
    var taken = new ArrayList<TakenFile>();
    var complete = false;
    try {
      for (var file : chosen) {
        var refusal = taking.take(file, taken);
        if (!refusal.isEmpty()) {
          return new FileResult.Refused(Problems.of(refusal));
        }
      }
      complete = true;
      return new FileResult.Taken(taken);
    } finally {
      if (!complete) {
        discard(taken);
      }
    }
  }

  /// Does `keeping` with files that were taken; discards them when it does not keep them, or
  /// throws.
  public Outcome keepOrDiscard(List<TakenFile> taken, Supplier<Outcome> keeping) {
    var kept = false;
    try {
      var outcome = keeping.get();
      kept = outcome instanceof Outcome.Queued || outcome instanceof Outcome.Scheduled;
      return outcome;
    } finally {
      if (!kept) {
        discard(taken);
      }
    }
  }

  /// Deletes files of a message that was not committed.
  public void discard(List<TakenFile> taken) {
    for (var file : taken) {
      try {
        files.delete(file.file());
      } catch (IOException e) { // the next opening of the profile sweeps it away
        LOG.warn("a left-over attachment file stays until the next start", e);
      }
    }
  }

  /// The code of what is wrong; empty when the file was added to `taken`.
  private String take(OutgoingFile chosen, List<TakenFile> taken) throws InterruptedException {
    if (!Files.isRegularFile(chosen.path())) {
      return "file-unreadable"; // opening a pipe could wait for ever
    }
    try (var file = FileChannel.open(chosen.path(), StandardOpenOption.READ)) {
      return take(chosen, file, taken);
    } catch (InterruptedIOException e) {
      var interrupted = new InterruptedException("cancelled");
      interrupted.initCause(e);
      throw interrupted;
    } catch (IOException e) {
      LOG.info("a file could not be taken: {}", e.getClass().getName());
      return "file-unreadable";
    }
  }

  /// The beginning that is judged and the rest are of one file, even if another takes its name.
  private String take(OutgoingFile chosen, FileChannel file, List<TakenFile> taken)
      throws IOException {
    var rest = Channels.newInputStream(file);
    var head = rest.readNBytes(MediaPreparation.HEAD_BYTES);
    var outlook = media.look(head, String.valueOf(chosen.path().getFileName()));
    long most = most(chosen, outlook);
    long size = AttachmentCipher.ciphertextBytes(file.size());
    if (size > most) {
      return "file-too-large";
    }
    if (!files.hasRoom(size)) {
      return "disk-full";
    }
    var name = files.newName();
    var whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    var encrypted = cipher.encrypt(whole, files.path(name), most, _ -> {});
    taken.add(taken(chosen, name, outlook, encrypted));
    return "";
  }

  private static long most(OutgoingFile chosen, Outlook outlook) {
    return outlook instanceof Outlook.ToPrepare && !chosen.originalQuality()
        ? MAX_ORIGINAL_BYTES
        : WireLimits.MAX_BLOB_BYTES;
  }

  private static TakenFile taken(
      OutgoingFile chosen, String file, Outlook outlook, EncryptedFile encrypted) {
    return switch (outlook) {
      case Outlook.AsItIs(var description, var name) ->
          new TakenFile(file, Descriptions.attachment(encrypted, name, description), null);
      case Outlook.ToPrepare(var mediaType, var name) ->
          new TakenFile(
              file,
              unknown(encrypted, name, mediaType),
              new Preparation(chosen.originalQuality(), chosen.voice()));
    };
  }

  /// A plain file until it has been measured.
  private static Attachment unknown(EncryptedFile encrypted, String name, String mediaType) {
    return Descriptions.attachment(
        encrypted, name, mediaType, Attachment.Kind.FILE, Attachment.Preview.NONE);
  }
}
