package org.juntos.ui.group;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// Somebody in a group, with what can be done about them.
final class MemberRow extends HBox {
  private static final double PICTURE = 32;

  MemberRow(GroupView.Member member, Faces faces, String note) {
    getStyleClass().add("member-row");
    setAlignment(Pos.CENTER_LEFT);
    var avatar = new Avatar(PICTURE, faces);
    avatar.show(member.account(), member.name());
    var text = GroupWords.name(member);
    var name = new Label(text);
    SafeText.fitFont(name, text);
    name.getStyleClass().add("member-name");
    var lines = new VBox(name);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    if (!note.isEmpty()) {
      var under = new Label(note);
      under.getStyleClass().add("form-note");
      lines.getChildren().add(under);
    }
    getChildren().addAll(avatar, lines);
  }

  /// Adds something that can be done.
  void offer(Feather icon, String name, Runnable action) {
    var button = Icons.button(icon, name, action);
    button.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(button);
  }
}
