package org.juntos.ui.conversation;

import org.juntos.engine.model.EntryView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;

/// What bubbles are made with.
record BubbleParts(
    RichText texts,
    Times times,
    Sentence sentence,
    AttachmentNodes attachments,
    ConversationViewModel model,
    Composing composing,
    CardHost cards) {
  void retry(EntryView entry) {
    model.retry(entry.id());
  }

  void cancel(EntryView entry) {
    model.cancel(entry.id());
  }
}
