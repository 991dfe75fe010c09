package org.juntos.store.history;

import java.util.random.RandomGenerator;
import org.juntos.content.Attachment;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.AttachmentRows;
import org.juntos.store.outbox.Lanes;

/// What a timeline needs to make the attachments of an entry.
///
/// @param lanes told when uploads are added
/// @param random chooses the names of files
public record EntryAttachments(AttachmentRows rows, Lanes lanes, RandomGenerator random) {
  void add(long place, History.NewEntry entry) {
    for (var index = 0; index < entry.attachments().size(); index++) {
      var file =
          entry.files().isEmpty() ? AttachmentFiles.newName(random) : entry.files().get(index);
      var attachment = entry.attachments().get(index);
      rows.insert(place, entry.id(), index, isUpload(entry, attachment), attachment, file);
    }
    if (entry.outgoing() && !entry.attachments().isEmpty()) {
      lanes.uploadsChanged(entry.id());
    }
  }

  /// What another device of this account has uploaded is fetched here like that of others.
  private static boolean isUpload(History.NewEntry entry, Attachment attachment) {
    return entry.outgoing() && attachment.blobId().isEmpty();
  }
}
