package org.juntos.ui.conversation;

import java.util.List;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;
import org.juntos.ui.sticker.StickerTools;

/// What bubbles are made with.
record BubbleParts(
    RichText texts,
    Times times,
    Sentence sentence,
    AttachmentNodes attachments,
    StickerTools stickers,
    ConversationViewModel model,
    Composing composing,
    CardHost cards,
    Faces faces,
    LinkDesk links) {
  /// Asks where messages are to be passed on to, and does it.
  void forward(List<EntryView> messages) {
    var handling = model.handling();
    cards.show(
        messages.size() == 1 ? "Forward a message" : "Forward " + messages.size() + " messages",
        new ConversationPicker(
            handling.conversations(),
            faces,
            "Forward",
            to -> {
              cards.hide();
              model.selection().clear();
              handling.forward(messages, to);
            }));
  }

  void retry(EntryView entry) {
    model.retry(entry.id());
  }

  void retryWithout(AttachmentView file) {
    model.handling().retryWithout(file);
  }

  void cancel(EntryView entry) {
    model.cancel(entry.id());
  }
}
