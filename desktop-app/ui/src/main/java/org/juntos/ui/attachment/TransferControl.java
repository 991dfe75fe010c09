package org.juntos.ui.attachment;

import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.TransferRing;
import org.kordamp.ikonli.feather.Feather;

/// Lets the round button of an attachment do what fits its state.
final class TransferControl {
  private final TransferRing ring;
  private final boolean own;
  private final AttachmentActions actions;

  TransferControl(TransferRing ring, boolean own, AttachmentActions actions) {
    this.ring = ring;
    this.own = own;
    this.actions = actions;
  }

  /// @param use what a click does once it is here
  void show(AttachmentView view, Use use) {
    ring.progress(Transfers.fraction(view));
    switch (view.state()) {
      case OFFERED -> ring.offer(Feather.ARROW_DOWN, "Download", () -> actions.download(view));
      case PREPARING, WAITING, RUNNING ->
          ring.offer(Feather.X, "Stop", () -> actions.cancelTransfer(view));
      case CANCELLED, FAILED -> ring.offer(Feather.ROTATE_CW, "Try again", () -> retry(view));
      case HERE -> ring.offer(use.icon(), use.name(), use.action());
    }
  }

  /// A use of an attachment that is here.
  record Use(Feather icon, String name, Runnable action) {}

  private void retry(AttachmentView view) {
    if (own) {
      actions.retryTransfer(view);
    } else {
      actions.download(view);
    }
  }
}
