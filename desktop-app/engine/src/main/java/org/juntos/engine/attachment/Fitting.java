package org.juntos.engine.attachment;

import org.juntos.content.Attachment;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.Timer;
import org.juntos.media.FileNames;
import org.juntos.store.history.Entry;
import org.juntos.wire.Bytes;

/// Keeps a message with files small enough for its envelope, whatever its files turn out to be: of
/// everything but thumbnails, the largest message has room for the largest there can be. A
/// thumbnail that would take the room of what is still to come stays behind.
final class Fitting {
  private static final Timer LARGEST = new Timer(Timer.LONGEST, Integer.MAX_VALUE, true);

  private Fitting() {}

  /// `known`, without its thumbnail if need be.
  ///
  /// @param index of the attachment of `entry` that it is
  static Attachment fitted(Entry entry, int index, Attachment known) {
    var whole =
        entry.attachments().stream()
            .map(stored -> largest(stored.index() == index ? known : stored.attachment()))
            .toList();
    var message =
        new Content.Message(
            entry.body(),
            entry.sentAt(),
            whole,
            null,
            entry.marks().quote(),
            LARGEST,
            entry.marks().handled().manner(),
            entry.ranges(),
            entry.marks().preview(),
            null, // cards and stickers have no files
            null);
    return ContentCodec.fits(message) ? known : known.withoutThumbnail();
  }

  /// As large as it may become with the thumbnail that it has.
  private static Attachment largest(Attachment attachment) {
    var preview =
        new Attachment.Preview(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            "x".repeat(Attachment.Preview.MAX_BLURHASH_CHARACTERS),
            attachment.preview().thumbnail(),
            Bytes.of(new byte[Attachment.Preview.MAX_BARS]));
    return new Attachment(
        "x".repeat(Attachment.MAX_LABEL_CHARACTERS),
        attachment.key(),
        attachment.digest(),
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        "x".repeat(FileNames.MAX_BYTES),
        "x".repeat(Attachment.MAX_LABEL_CHARACTERS),
        Attachment.Kind.VOICE,
        preview);
  }
}
