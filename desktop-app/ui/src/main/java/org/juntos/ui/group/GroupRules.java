package org.juntos.ui.group;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.model.GroupView;

/// What only admins may do in a group, each to be ticked.
final class GroupRules extends VBox {
  GroupRules(GroupView group, Consumer<GroupWish> change) {
    getStyleClass().add("contact-section");
    var heading = new Label("Only admins may");
    heading.getStyleClass().add("section-title");
    var rules = group.rules();
    getChildren()
        .addAll(
            heading,
            rule("add people", rules.adminsAdd(), now -> change.accept(rules(now, null, null))),
            rule(
                "change name and description",
                rules.adminsEdit(),
                now -> change.accept(rules(null, now, null))),
            rule("write", rules.adminsPost(), now -> change.accept(rules(null, null, now))));
  }

  private static GroupWish rules(
      @Nullable Boolean add, @Nullable Boolean edit, @Nullable Boolean post) {
    return new GroupWish.SetRules(add, edit, post);
  }

  private static CheckBox rule(String name, boolean set, Consumer<Boolean> change) {
    var box = new CheckBox(name);
    box.setSelected(set);
    box.setOnAction(_ -> change.accept(box.isSelected()));
    return box;
  }
}
