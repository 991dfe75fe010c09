package org.juntos.ui.attachment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.Sizes;

/// Says how far a transfer is.
final class Transfers {
  private Transfers() {}

  /// "4.2 MB", "4.2 MB · preparing, 42 %", "1.3 of 4.2 MB · 2 min left", "4.2 MB · failed".
  ///
  /// @param left how long it still takes; null while that is not known
  static String detail(AttachmentView view, @Nullable Duration left) {
    var size = Sizes.bytes(view.bytes());
    return switch (view.state()) {
      case OFFERED, HERE -> view.risky() ? size + " · can run programs" : size;
      case PREPARING -> size + " · preparing" + percent(view) + time(left);
      case WAITING -> size + " · waiting";
      case RUNNING ->
          Sizes.bytes(view.transferred()) + " of " + Sizes.bytes(view.transferTotal()) + time(left);
      case CANCELLED -> size + " · stopped";
      case FAILED -> size + " · failed";
    };
  }

  /// "4.2 MB", "42 %", "waiting", "failed".
  static String brief(AttachmentView view) {
    return switch (view.state()) {
      case OFFERED, HERE -> Sizes.bytes(view.bytes());
      case PREPARING, RUNNING -> (int) (100 * fraction(view)) + " %";
      case WAITING -> "waiting";
      case CANCELLED -> "stopped";
      case FAILED -> "failed";
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

  /// Nothing while it is not known how far it is.
  private static String percent(AttachmentView view) {
    var percent = (int) (100 * fraction(view));
    return percent > 0 ? ", " + percent + " %" : "";
  }

  private static String time(@Nullable Duration left) {
    if (left == null) {
      return "";
    }
    var seconds = Math.max(1, left.toSeconds());
    if (seconds < 60) {
      return " · " + seconds + " s left";
    }
    var minutes = Math.round(seconds / 60.0);
    return " · " + (minutes < 60 ? minutes + " min left" : Math.round(minutes / 60.0) + " h left");
  }
}
