package org.juntos.ui.attachment;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.juntos.engine.model.AttachmentView;

/// Makes the part of a bubble that shows an attachment.
public final class AttachmentNodes {
  private final Parts parts;

  /// Makes them with `parts`.
  public AttachmentNodes(Parts parts) {
    this.parts = parts;
  }

  /// What they are made with.
  ///
  /// @param viewer shows a picture or video in front of the window
  public record Parts(
      AttachmentActions actions, Pictures pictures, Playbacks playbacks, Opener viewer) {
    void open(AttachmentView attachment) {
      viewer.open(this, attachment);
    }
  }

  /// Shows something in front of the window.
  @FunctionalInterface
  public interface Opener {
    /// Shows `attachment`, drawn with `parts`.
    void open(Parts parts, AttachmentView attachment);
  }

  /// Makes one for each open conversation.
  @FunctionalInterface
  public interface Factory {
    /// @param actions what bubbles offer
    AttachmentNodes make(AttachmentActions actions);
  }

  /// A node for one bubble; [#close] it with the bubble.
  public Region node(AttachmentItem item, boolean own) {
    return switch (item.view().get().kind()) {
      case IMAGE, VIDEO -> new PictureNode(item, own, parts);
      case AUDIO, VOICE -> new SoundNode(item, own, parts);
      case FILE -> new FileNode(item, own, parts.actions());
    };
  }

  /// Does with `node` what a click does: opens, plays, fetches.
  public void activate(Node node) {
    if (node instanceof AttachmentNode attachment) {
      attachment.activate();
    }
  }

  /// Ends what is heard.
  public void hush() {
    parts.playbacks().hush();
  }

  /// Ends what `node` watches.
  public void close(Node node) {
    if (node instanceof AttachmentNode attachment) {
      attachment.close();
    }
  }
}
