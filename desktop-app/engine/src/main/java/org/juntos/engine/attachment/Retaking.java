package org.juntos.engine.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.history.Entry;
import org.juntos.wire.WireLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the files of a message that is here once more, to pass them on.
///
/// The file at the relay is not used again. It is its author's: it counts for their quota, goes
/// when its time is over or they delete the message, and whoever fetches it by the old name shows
/// the relay (and so whoever runs it) which conversations have the same file, and thereby who
/// passes on what to whom. And its key would let everybody who has it open what others have been
/// given. So each copy is encrypted under a key of its own, from the file that is here, and
/// uploaded anew; it is not prepared again, and nothing of it is fetched.
public final class Retaking {
  private static final Logger LOG = LoggerFactory.getLogger(Retaking.class);

  private final Store store;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final ChosenFiles chosen;

  public Retaking(Store store, AttachmentFiles files, AttachmentCipher cipher, ChosenFiles chosen) {
    this.store = store;
    this.files = files;
    this.cipher = cipher;
    this.chosen = chosen;
  }

  /// The code of what keeps the files of a message from being passed on; empty when nothing does.
  public String refusal(Entry entry) {
    return entry.attachments().stream().allMatch(this::isHere) ? "" : "attachment-not-here";
  }

  private boolean isHere(StoredAttachment stored) {
    try {
      return files.size(stored.file()) >= 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// Takes all or none.
  public FileResult take(Entry entry) throws InterruptedException {
    return chosen.takeAll(entry.attachments(), (stored, taken) -> take(entry.id(), stored, taken));
  }

  /// The code of what is wrong; empty when the file was added to `taken`.
  private String take(MessageId message, StoredAttachment stored, List<TakenFile> taken)
      throws InterruptedException {
    if (!isHere(stored)) {
      return "attachment-not-here";
    }
    try {
      if (!files.hasRoom(stored.attachment().ciphertextBytes())) {
        return "disk-full";
      }
      taken.add(again(message, stored));
      return "";
    } catch (InterruptedIOException e) {
      throw Preparer.interrupted(e);
    } catch (IOException | IllegalArgumentException e) { // or it has no usable key
      LOG.info("a file could not be taken again: {}", e.getClass().getName());
      return "file-unreadable";
    }
  }

  /// At most one: it is not prepared yet.
  private List<Preparation> preparation(MessageId message, int index) {
    return store.read(txn -> {
      var how = txn.attachments().preparation(message, index);
      return how == null ? List.<Preparation>of() : List.of(how);
    });
  }

  private TakenFile again(MessageId message, StoredAttachment stored) throws IOException {
    var known = stored.attachment();
    var how = preparation(message, stored.index());
    long most = how.isEmpty() ? WireLimits.MAX_BLOB_BYTES : ChosenFiles.MAX_ORIGINAL_BYTES;
    var name = files.newName();
    try (var plain = cipher.open(files.path(stored.file()), known.key())) {
      var encrypted =
          cipher.encrypt(Channels.newInputStream(plain), files.path(name), most, _ -> {});
      Attachment copy =
          Descriptions.attachment(
              encrypted, known.fileName(), known.mediaType(), known.kind(), known.preview());
      return new TakenFile(name, copy, how.isEmpty() ? null : how.getFirst());
    }
  }
}
