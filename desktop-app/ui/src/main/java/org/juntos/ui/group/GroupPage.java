package org.juntos.ui.group;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.contact.LinkCard;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Portrait;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SidePage;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.Device;
import org.juntos.ui.vanishing.StaySection;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: a group, who is in it, and what can be done about it.
public final class GroupPage extends BorderPane implements AutoCloseable {
  private final GroupViewModel model;
  private final RichText texts;
  private final Faces faces;
  private final PictureChooser pictures;
  private final Device device;
  private final VBox column = new VBox();
  private final StaySection stay;
  private final Subscription watch;
  private Asked asked = Asked.NOTHING;
  private @Nullable GroupLooks looks;

  /// What the person is asked about.
  private enum Asked {
    NOTHING,
    LEAVE,
    ADD,
    LOOKS
  }

  /// What it is made with.
  public record Materials(RichText texts, Faces faces, PictureChooser pictures, Device device) {}

  /// @param close what the cross does
  public GroupPage(GroupViewModel model, Materials materials, Runnable close) {
    this.model = model;
    texts = materials.texts();
    faces = materials.faces();
    pictures = materials.pictures();
    device = materials.device();
    SidePage.frame(this, "Group", column, close);
    stay = new StaySection(model.stay());
    watch = model.group().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    stay.close();
    model.close();
  }

  private void show(@Nullable GroupView group) {
    if (group == null) {
      return;
    }
    var parts = new ArrayList<Node>();
    parts.add(who(group));
    var trouble = group.trouble();
    if (trouble != null) {
      parts.add(trouble(trouble));
    }
    if (!group.requests().isEmpty()) {
      parts.add(requests(group));
    }
    parts.add(members(group));
    stay.allow(group.own().edit());
    parts.add(stay);
    if (group.own().admin()) {
      parts.add(link(group));
      parts.add(new GroupRules(group, model::change));
    }
    if (group.standing() == GroupView.Standing.MEMBER) {
      parts.add(leaving());
    }
    column.getChildren().setAll(parts);
  }

  private void ask(Asked now) {
    asked = now;
    show(model.group().get());
  }

  private GroupLooks looks(GroupView group) {
    var shown = looks;
    if (shown == null) {
      shown = new GroupLooks(model, group, pictures, device, this::looked);
      looks = shown;
    } else {
      shown.show(group);
    }
    return shown;
  }

  private void looked() {
    looks = null;
    ask(Asked.NOTHING);
  }

  private Node who(GroupView group) {
    var avatar = new Avatar(88, faces);
    avatar.show(Portrait.of(model.id(), group));
    var box = new VBox(avatar);
    box.getStyleClass().add("contact-who");
    box.setAlignment(Pos.CENTER);
    if (asked == Asked.LOOKS) {
      box.getChildren().add(looks(group));
      return box;
    }
    box.getChildren().add(Wrapped.of(SafeText.name(group.name()), "contact-name"));
    if (!group.description().isBlank()) {
      box.getChildren().add(texts.paragraph(SafeText.body(group.description()), "contact-about"));
    }
    if (group.own().edit()) {
      box.getChildren().add(Icons.link(Feather.EDIT_2, "Edit", () -> ask(Asked.LOOKS)));
    }
    return box;
  }

  private Node trouble(GroupView.Trouble trouble) {
    var check = button("Check again", model::check);
    check.getStyleClass().add("primary");
    var notice =
        new VBox(
            Wrapped.of(trouble.sentence(), "notice-text"),
            Wrapped.of(trouble.nextStep(), "notice-text"),
            check);
    notice.getStyleClass().add("identity-notice");
    return section(
        "Something is wrong", notice, Wrapped.note(trouble.detail() + " (" + trouble.code() + ")"));
  }

  private Node requests(GroupView group) {
    var rows = new ArrayList<Node>();
    for (var one : group.requests()) {
      var row = new MemberRow(one, faces, "asks to come in");
      if (group.own().add()) {
        row.offer(
            Feather.CHECK,
            "Let " + GroupWords.name(one) + " in",
            () -> model.add(List.of(one.account())));
        row.offer(
            Feather.X,
            "Do not let " + GroupWords.name(one) + " in",
            () -> model.change(new GroupWish.Refuse(one.account())));
      }
      rows.add(row);
    }
    return section("Want to come in", rows.toArray(Node[]::new));
  }

  private Node members(GroupView group) {
    var rows = new ArrayList<Node>();
    group.members().forEach(one -> rows.add(row(group, one)));
    if (asked == Asked.ADD) {
      rows.add(adding());
    } else if (group.own().add()) {
      var add = button("Add people …", () -> ask(Asked.ADD));
      add.setGraphic(Icons.icon(Feather.USER_PLUS));
      rows.add(add);
    }
    int count = group.members().size();
    return section(count == 1 ? "1 member" : count + " members", rows.toArray(Node[]::new));
  }

  private MemberRow row(GroupView group, GroupView.Member member) {
    var step = member.deleted() ? "Deleted account" : GroupWords.inStep(member);
    var note = (member.admin() ? "Admin" : "") + (member.admin() && !step.isEmpty() ? ", " : "");
    var row = new MemberRow(member, faces, note + step);
    if (group.own().admin() && !member.own()) {
      var name = GroupWords.name(member);
      if (!member.deleted()) {
        row.offer(
            member.admin() ? Feather.CHEVRONS_DOWN : Feather.CHEVRONS_UP,
            member.admin() ? name + " is no admin any more" : "Make " + name + " an admin",
            () -> model.change(new GroupWish.SetAdmin(member.account(), !member.admin())));
      }
      row.offer(
          Feather.USER_MINUS,
          "Take " + name + " out",
          () -> model.change(new GroupWish.Remove(member.account(), false)));
    }
    return row;
  }

  private Node adding() {
    var people = new ContactPicker(model.addable(), faces, "All of your contacts are in it.");
    var add =
        button(
            "Add",
            () -> {
              asked = Asked.NOTHING;
              model.add(people.chosen());
              show(model.group().get());
            });
    add.getStyleClass().add("primary");
    var row = new HBox(button("Cancel", () -> ask(Asked.NOTHING)), add);
    row.getStyleClass().add("link-row");
    var box = new VBox(people, row);
    box.getStyleClass().add("section-body");
    return box;
  }

  private Node link(GroupView group) {
    var parts = new ArrayList<Node>();
    if (!group.link().isEmpty()) {
      parts.add(
          new LinkCard(
              group.link(), "Link of the group", "Whoever has this link can come in by it."));
    } else if (group.linked()) {
      parts.add(Wrapped.note("There is a link that another admin has made."));
    }
    if (group.linked()) {
      parts.add(button("Take the link back", () -> model.change(new GroupWish.DropLink())));
    }
    parts.add(
        button(
            group.linked() ? "Make another link" : "Make a link",
            () -> model.change(new GroupWish.MakeLink(null, 0, false))));
    parts.add(
        button("Make a link to ask by", () -> model.change(new GroupWish.MakeLink(null, 0, true))));
    return section("Link", parts.toArray(Node[]::new));
  }

  private Node leaving() {
    if (asked != Asked.LEAVE) {
      var leave = button("Leave …", () -> ask(Asked.LEAVE));
      leave.setGraphic(Icons.icon(Feather.LOG_OUT));
      leave.getStyleClass().add("dangerous");
      return section("", leave);
    }
    var question =
        Wrapped.of("Leave this group? Somebody in it has to add you to come back.", "notice-text");
    var yes =
        button(
            "Leave",
            () -> {
              asked = Asked.NOTHING;
              model.change(new GroupWish.Leave());
              show(model.group().get());
            });
    yes.getStyleClass().add("dangerous");
    var row = new HBox(button("Cancel", () -> ask(Asked.NOTHING)), yes);
    row.getStyleClass().add("link-row");
    var box = new VBox(question, row);
    box.getStyleClass().add("identity-notice");
    return section("", box);
  }

  private static VBox section(String title, Node... parts) {
    var box = new VBox();
    box.getStyleClass().add("contact-section");
    if (!title.isEmpty()) {
      var heading = new Label(title);
      heading.getStyleClass().add("section-title");
      box.getChildren().add(heading);
    }
    box.getChildren().addAll(parts);
    return box;
  }

  private Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.disableProperty().bind(model.busy());
    button.setOnAction(_ -> action.run());
    return button;
  }
}
