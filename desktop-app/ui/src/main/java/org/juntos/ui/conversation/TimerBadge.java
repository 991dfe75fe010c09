package org.juntos.ui.conversation;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.juntos.engine.model.DurationWords;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Says beside a conversation's name that new messages vanish, and after how long; leads to where
/// that is set.
final class TimerBadge extends Button {
  private final Tooltip tooltip = new Tooltip();

  TimerBadge(Runnable open) {
    super("", Icons.icon(Feather.WATCH));
    getStyleClass().setAll("timer-badge");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(tooltip);
    setOnAction(_ -> open.run());
  }

  void show(Duration timer) {
    var words = "New messages vanish after " + DurationWords.of(timer);
    setVisible(!timer.isZero());
    setManaged(!timer.isZero());
    setText(DurationWords.brief(timer));
    setAccessibleText(words);
    tooltip.setText(words);
  }
}
