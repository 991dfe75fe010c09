package org.juntos.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.compose.ComposeView;
import org.juntos.ui.contact.ContactPage;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.conversation.ConversationView;
import org.juntos.ui.conversation.ConversationViewModel;
import org.juntos.ui.conversationlist.ConversationListView;
import org.juntos.ui.group.GroupPage;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.Device;
import org.juntos.ui.status.StatusesPane;
import org.kordamp.ikonli.feather.Feather;

/// The panes of a ready profile: list, conversation, contact; one at a time when narrow.
final class ShellView extends VBox {
  private static final double NARROW = 720;
  private static final double WIDE = 1080;

  private final ShellViewModel model;
  private final Materials materials;
  private final ConversationListView list;
  private final ConnectionBanner banner;
  private final HBox panes = new HBox();
  private final Node nothing;
  private final Subscription watches;
  private final BackButton back;
  private final Doors doors;
  private @Nullable StatusesPane statuses;
  private @Nullable OpenConversation open;
  private @Nullable Page page;

  /// What panes are made with.
  record Materials(
      RichText texts,
      Faces faces,
      Device device,
      BooleanSupplier watched,
      AttachmentNodes.Factory attachments,
      Supplier<PictureChooser> chooser,
      CardHost cards) {}

  /// What reaches out of the panes.
  record Doors(
      Runnable addContact,
      Runnable newGroup,
      Runnable settings,
      Runnable postStatus,
      StatusesPane.Viewing viewStatuses) {}

  /// What is shown beside the conversation: who or what it is with.
  private record Page(Region node, Runnable close) {}

  ShellView(ShellViewModel model, Materials materials, Doors doors) {
    this.model = model;
    this.materials = materials;
    this.doors = doors;
    getStyleClass().add("shell");
    list =
        new ConversationListView(
            model.list(),
            new ConversationListView.Surroundings(
                materials.texts(), materials.faces(), model.times()),
            new ConversationListView.Doors(
                doors.addContact(), doors.newGroup(), doors.settings(), this::toggleStatuses));
    nothing = nothingOpen(model);
    banner = new ConnectionBanner(model);
    back = new BackButton(() -> model.list().open().set(null));
    VBox.setVgrow(panes, Priority.ALWAYS);
    getChildren().addAll(banner.node(), panes);
    watches =
        model
            .conversation()
            .subscribe(this::conversationChanged)
            .and(model.statuses().view().subscribe(this::statusesChanged))
            .and(widthProperty().subscribe(_ -> arrange()));
  }

  void close() {
    watches.unsubscribe();
    banner.close();
    list.close();
    closeStatuses();
    closeContact();
    conversationChanged(null);
  }

  ConversationListView list() {
    return list;
  }

  @Nullable ComposeView composer() {
    return open == null ? null : open.composer();
  }

  @Nullable ConversationView conversation() {
    return open == null ? null : open.view();
  }

  /// Closes what is in front: what is being replied to, the contact, else (when narrow) the
  /// conversation.
  ///
  /// @return whether there was anything to close
  boolean stepBack() {
    if (open != null && open.composer().stepBack()) {
      return true;
    }
    if (page != null) {
      closeContact();
      arrange();
      return true;
    }
    if (getWidth() < NARROW && open != null) {
      model.list().open().set(null);
      return true;
    }
    boolean showed = statuses != null;
    if (showed) {
      toggleStatuses();
    }
    return showed;
  }

  /// Shows statuses in place of conversations, or these again.
  void toggleStatuses() {
    var self = model.self();
    if (statuses != null) {
      closeStatuses();
      arrange();
      list.focusList();
    } else if (self != null) {
      var pane =
          new StatusesPane(
              model.statuses(),
              new StatusesPane.Doors(
                  this::toggleStatuses, doors.postStatus(), doors.viewStatuses()),
              materials.texts(),
              materials.faces(),
              new StatusesPane.Self(self.account(), self.name()));
      statuses = pane;
      if (getWidth() < NARROW) {
        model.list().open().set(null);
      }
      arrange();
      pane.focusFirst();
    }
  }

  private void closeStatuses() {
    if (statuses != null) {
      statuses.close();
      statuses = null;
    }
  }

  private void statusesChanged(@Nullable StatusesView view) {
    list.showNewStatuses(view == null ? 0 : view.unseen());
  }

  void chooseFiles() {
    if (open != null) {
      open.composer().chooseFiles();
    }
  }

  void toggleContact() {
    var current = model.conversation().get();
    if (page != null) {
      closeContact();
    } else if (current != null) {
      page = page(current);
    }
    arrange();
  }

  private @Nullable Page page(ConversationViewModel of) {
    var person = of.contact().get();
    if (of.group().get() != null) {
      var shown =
          new GroupPage(
              model.group(of.id()),
              new GroupPage.Materials(
                  materials.texts(),
                  materials.faces(),
                  materials.chooser().get(),
                  materials.device()),
              this::toggleContact);
      return new Page(shown, shown::close);
    }
    if (person == null) {
      return null;
    }
    var shown =
        new ContactPage(
            model.contact(person.account()),
            new ContactPage.Materials(materials.texts(), materials.faces(), materials.device()),
            this::toggleContact);
    return new Page(shown, shown::close);
  }

  private void closeContact() {
    if (page != null) {
      page.close().run();
      page = null;
    }
  }

  private void conversationChanged(@Nullable ConversationViewModel now) {
    if (open != null) {
      open.close();
    }
    closeContact();
    open = now == null ? null : open(now);
    arrange();
    if (open != null) {
      open.composer().focusText();
    }
  }

  private OpenConversation open(ConversationViewModel now) {
    var draft = model.draft(now.id());
    var composer = new ComposeView(draft, materials.texts(), materials.device());
    draft.whenSent(now::toEnd);
    composer.lastOwn(now::lastOwn);
    var with =
        new ConversationView.Surroundings(
            materials.texts(),
            materials.faces(),
            model.times(),
            materials.attachments().make(now),
            materials.watched(),
            composer,
            materials.cards());
    var view = new ConversationView(now, with, composer, back, this::toggleContact);
    view.setMinWidth(0);
    HBox.setHgrow(view, Priority.ALWAYS);
    new FileDrop(draft).install(view);
    return new OpenConversation(view, composer);
  }

  private void arrange() {
    var width = getWidth();
    var narrow = width < NARROW;
    back.show(narrow);
    var left = statuses == null ? list : statuses;
    left.setMaxWidth(narrow ? Double.MAX_VALUE : USE_PREF_SIZE);
    HBox.setHgrow(left, narrow ? Priority.ALWAYS : Priority.NEVER);
    var middle = open == null ? nothing : open.view();
    var beside = page == null ? null : page.node();
    if (beside != null) {
      beside.setMaxWidth(width < WIDE ? Double.MAX_VALUE : USE_PREF_SIZE);
      HBox.setHgrow(beside, width < WIDE ? Priority.ALWAYS : Priority.NEVER);
    }
    if (narrow) {
      panes.getChildren().setAll(beside != null ? beside : open == null ? left : middle);
    } else if (beside != null && width < WIDE) {
      panes.getChildren().setAll(left, beside);
    } else if (beside != null) {
      panes.getChildren().setAll(left, middle, beside);
    } else {
      panes.getChildren().setAll(left, middle);
    }
  }

  private static Node nothingOpen(ShellViewModel model) {
    var icon = Icons.icon(Feather.MESSAGE_SQUARE);
    icon.getStyleClass().add("empty-icon");
    var text = new Label("Choose a conversation");
    text.getStyleClass().add("empty-text");
    var box = new VBox(icon, text);
    box.getStyleClass().addAll("empty", "nothing-open");
    box.setAlignment(Pos.CENTER);
    HBox.setHgrow(box, Priority.ALWAYS);
    var some = Bindings.isNotEmpty(model.list().shown());
    icon.visibleProperty().bind(some);
    text.visibleProperty().bind(some);
    return box;
  }

  private record OpenConversation(ConversationView view, ComposeView composer) {
    void close() {
      view.close();
      composer.close();
    }
  }

  /// Leads back to the list; only there when narrow.
  private static final class BackButton extends Button {
    BackButton(Runnable action) {
      getStyleClass().add("icon-button");
      Icons.dress(this, Feather.ARROW_LEFT, "Back to conversations (Esc)");
      setOnAction(_ -> action.run());
      show(false);
    }

    void show(boolean shown) {
      setVisible(shown);
      setManaged(shown);
    }
  }
}
