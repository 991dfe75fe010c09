package org.juntos.ui.compose;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Times;
import org.juntos.ui.conversation.ConversationPicker;
import org.juntos.ui.conversation.ScheduleCard;
import org.kordamp.ikonli.feather.Feather;

/// Other ways to send what is written: without a sound, later, to several.
public final class SendMenu {
  private final ComposeViewModel model;
  private final CardHost cards;
  private final Faces faces;
  private final Times times;

  public SendMenu(ComposeViewModel model, CardHost cards, Faces faces, Times times) {
    this.model = model;
    this.cards = cards;
    this.faces = faces;
    this.times = times;
  }

  Button button() {
    var button = Icons.button(Feather.CHEVRON_UP, "More ways to send", () -> {});
    button.setOnAction(_ -> menu().show(button, Side.TOP, 0, 0));
    return button;
  }

  ContextMenu menu() {
    return new ContextMenu(
        Icons.item("Send without a sound", Feather.BELL_OFF, model::sendSilently),
        Icons.item("Send later …", Feather.CLOCK, this::later),
        Icons.item("Send to several …", Feather.USERS, this::several));
  }

  private void later() {
    cards.show(
        "Send later",
        new ScheduleCard(
            times,
            at -> {
              cards.hide();
              model.sendLater(at);
            }));
  }

  private void several() {
    cards.show(
        "Send to several",
        new ConversationPicker(
            model.conversations(),
            faces,
            "Send",
            to -> {
              cards.hide();
              model.sendTo(to);
            }));
  }
}
