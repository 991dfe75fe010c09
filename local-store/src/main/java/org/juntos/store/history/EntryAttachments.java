package org.juntos.store.history;

import java.util.random.RandomGenerator;
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
      rows.insert(place, entry.id(), index, entry.outgoing(), entry.attachments().get(index), file);
    }
    if (entry.outgoing() && !entry.attachments().isEmpty()) {
      lanes.uploadsChanged(entry.id());
    }
  }
}
