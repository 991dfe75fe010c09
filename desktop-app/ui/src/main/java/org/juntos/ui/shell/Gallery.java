package org.juntos.ui.shell;

import org.juntos.ui.attachment.AttachmentActions;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.attachment.MediaViewer;
import org.juntos.ui.attachment.Pictures;
import org.juntos.ui.attachment.Playbacks;
import org.juntos.ui.attachment.Viewed;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.UiServices;

/// Shows attachments: in bubbles, and in front of the window.
record Gallery(EngineLink engine, UiServices services, Overlay overlay, Playbacks playbacks) {
  /// For one open conversation.
  AttachmentNodes nodes(AttachmentActions actions) {
    return new AttachmentNodes(
        new AttachmentNodes.Parts(
            actions, new Pictures(engine, services.images()), playbacks, this::view, overlay));
  }

  private void view(AttachmentNodes.Parts parts, Viewed viewed) {
    var viewer = new MediaViewer(parts, viewed, overlay::hide);
    overlay.show(viewer, viewer, viewer::close);
  }
}
