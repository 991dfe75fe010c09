package org.juntos.ui.attachment;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Makes the part of a bubble that shows an attachment.
public final class AttachmentNodes {
  private final AttachmentActions actions;

  /// @param actions what bubbles offer
  public AttachmentNodes(AttachmentActions actions) {
    this.actions = actions;
  }

  /// Makes one for each open conversation.
  @FunctionalInterface
  public interface Factory {
    /// @param actions what bubbles offer
    AttachmentNodes make(AttachmentActions actions);
  }

  /// A node for one bubble; [#close] it with the bubble.
  public Region node(AttachmentItem item, boolean own) {
    return new FileNode(item, own, actions);
  }

  /// Ends what `node` watches.
  public void close(Node node) {
    if (node instanceof AttachmentNode attachment) {
      attachment.close();
    }
  }
}
