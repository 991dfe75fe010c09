package org.juntos.ui.attachment;

import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.Sizes;

/// Says how far a transfer is.
final class Transfers {
  private Transfers() {}

  /// "4.2 MB", "1.3 of 4.2 MB", "4.2 MB · failed".
  static String detail(AttachmentView view) {
    var size = Sizes.bytes(view.bytes());
    return switch (view.state()) {
      case OFFERED, HERE -> view.risky() ? size + " · can run programs" : size;
      case PREPARING -> size + " · preparing";
      case WAITING -> size + " · waiting";
      case RUNNING ->
          view.transferTotal() > 0
              ? Sizes.bytes(view.transferred()) + " of " + Sizes.bytes(view.transferTotal())
              : size + " · waiting";
      case CANCELLED -> size + " · stopped";
      case FAILED -> size + " · failed";
    };
  }

  /// 0 to 1; negative when nothing moves.
  static double fraction(AttachmentView view) {
    return switch (view.state()) {
      case PREPARING, RUNNING ->
          view.transferTotal() > 0 ? (double) view.transferred() / view.transferTotal() : 0;
      case WAITING -> 0;
      case OFFERED, HERE, CANCELLED, FAILED -> -1;
    };
  }
}
