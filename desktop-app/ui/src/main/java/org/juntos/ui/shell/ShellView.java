package org.juntos.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.StatusesView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.attachment.Pictures;
import org.juntos.ui.compose.ComposeView;
import org.juntos.ui.compose.VoiceTools;
import org.juntos.ui.contact.ContactPage;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;
import org.juntos.ui.conversation.ConversationView;
import org.juntos.ui.conversation.ConversationViewModel;
import org.juntos.ui.conversation.LinkDesk;
import org.juntos.ui.conversation.StarredCard;
import org.juntos.ui.conversationlist.ConversationListView;
import org.juntos.ui.group.GroupPage;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.Device;
import org.juntos.ui.shelf.GalleryPage;
import org.juntos.ui.status.StatusesPane;
import org.juntos.ui.sticker.StickerTools;

/// The panes of a ready profile: list, conversation, contact; one at a time when narrow.
final class ShellView extends VBox {
  private static final double NARROW = 720;
  private static final double WIDE = 1080;

  private final ShellViewModel model;
  private final Materials materials;
  private final LeftPane left;
  private final ConnectionBanner banner;
  private final HBox panes = new HBox();
  private final Node nothing;
  private final Subscription watches;
  private final BackButton back;
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
      Pictures pictures,
      VoiceTools voice,
      StickerTools stickers,
      CardHost cards,
      LinkDesk links) {}

  /// What reaches out of the panes.
  record Doors(
      Runnable addContact,
      Runnable newGroup,
      Runnable settings,
      Runnable postStatus,
      StatusesPane.Viewing viewStatuses) {}

  /// What is shown beside the conversation.
  private record Page(About about, Region node, Runnable close) {
    private enum About {
      CONTACT,
      GALLERY
    }
  }

  ShellView(ShellViewModel model, Materials materials, Doors doors) {
    this.model = model;
    this.materials = materials;
    getStyleClass().add("shell");
    left = new LeftPane(model, materials, doors, this::leftChanged);
    nothing = new NothingOpen(model);
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
    left.close();
    closePage();
    conversationChanged(null);
  }

  ConversationListView list() {
    return left.list();
  }

  @Nullable ComposeView composer() {
    return open == null ? null : open.composer();
  }

  @Nullable ConversationView conversation() {
    return open == null ? null : open.view();
  }

  /// Closes what is in front: what is being replied to, a bar above the messages, what is beside
  /// them, else (when narrow) the conversation.
  ///
  /// @return whether there was anything to close
  boolean stepBack() {
    if (open != null && open.composer().stepBack()) {
      return true;
    }
    if (open != null && open.view().stepBack()) {
      open.composer().focusText();
      return true;
    }
    if (page != null) {
      closePage();
      arrange();
      return true;
    }
    if (getWidth() < NARROW && open != null) {
      model.list().open().set(null);
      return true;
    }
    return left.stepBack();
  }

  /// Shows statuses in place of conversations, or these again.
  void toggleStatuses() {
    left.toggleStatuses();
  }

  /// Shows a search through all messages in place of conversations.
  void search() {
    left.search();
  }

  /// Looks for something in the open conversation; in all when there is none.
  void find() {
    if (open == null) {
      left.search();
    } else {
      open.view().find();
    }
  }

  /// Leads to a day of the open conversation.
  void findDay() {
    if (open != null) {
      open.view().findDay();
    }
  }

  /// Goes to the next older (1) or newer (-1) message that was found: in the conversation, or else
  /// in all.
  void step(int by) {
    if (open == null || !open.view().step(by)) {
      left.step(by);
    }
  }

  /// In a narrow window only one pane is there.
  private void leftChanged() {
    if (getWidth() < NARROW) {
      model.list().open().set(null);
    }
    arrange();
  }

  private void statusesChanged(@Nullable StatusesView view) {
    left.list().showNewStatuses(view == null ? 0 : view.unseen());
  }

  /// Does something with where messages are written, when a conversation is open.
  void compose(Consumer<ComposeView> deed) {
    if (open != null) {
      deed.accept(open.composer());
    }
  }

  void toggleContact() {
    toggle(Page.About.CONTACT, this::page);
  }

  /// Shows or hides the media, files and links of the conversation.
  void toggleGallery() {
    toggle(Page.About.GALLERY, this::gallery);
  }

  /// Shows the messages that the person keeps in mind.
  void showStarred() {
    model
        .handling()
        .starred(found ->
            materials
                .cards()
                .show(
                    "Starred messages",
                    new StarredCard(found, materials.texts(), model.times(), this::lead)));
  }

  private void lead(FoundView to) {
    materials.cards().hide();
    model.show(to.conversation(), to.entry().row());
  }

  private void toggle(Page.About about, Function<ConversationViewModel, @Nullable Page> opened) {
    var current = model.conversation().get();
    var shown = page == null ? null : page.about();
    closePage();
    if (current != null && shown != about) {
      page = opened.apply(current);
    }
    arrange();
  }

  private Page gallery(ConversationViewModel of) {
    var shown =
        new GalleryPage(
            model.gallery(of.id()),
            new GalleryPage.Materials(materials.texts(), model.times(), materials.pictures()),
            found -> of.jumpTo(found.entry().row()),
            this::toggleGallery);
    return new Page(Page.About.GALLERY, shown, shown::close);
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
      return new Page(Page.About.CONTACT, shown, shown::close);
    }
    if (person == null) {
      return null;
    }
    var shown =
        new ContactPage(
            model.contact(person.account()),
            new ContactPage.Materials(materials.texts(), materials.faces(), materials.device()),
            this::toggleContact);
    return new Page(Page.About.CONTACT, shown, shown::close);
  }

  private void closePage() {
    if (page != null) {
      page.close().run();
      page = null;
    }
  }

  private void conversationChanged(@Nullable ConversationViewModel now) {
    if (open != null) {
      open.close();
    }
    closePage();
    open = now == null ? null : open(now);
    arrange();
    if (open != null) {
      open.composer().focusText();
    }
  }

  private OpenConversation open(ConversationViewModel now) {
    var draft = model.draft(now.id());
    var composer = Composers.of(draft, materials, model.times());
    now.cards().whenOpened(model::open);
    draft.whenSent(now::toNewest);
    composer.lastOwn(now::lastOwn);
    var with =
        new ConversationView.Surroundings(
            materials.texts(),
            materials.faces(),
            model.times(),
            materials.attachments().make(now.files()),
            materials.stickers(),
            materials.watched(),
            composer,
            materials.cards(),
            materials.links());
    var beside = left.beside(now.id(), this::toggleContact, this::toggleGallery, this::showStarred);
    var view = new ConversationView(now, with, composer, back, beside);
    view.setMinWidth(0);
    HBox.setHgrow(view, Priority.ALWAYS);
    new FileDrop(draft).install(view);
    return new OpenConversation(view, composer);
  }

  private void arrange() {
    var width = getWidth();
    var narrow = width < NARROW;
    back.show(narrow);
    var side = left.current();
    side.setMaxWidth(narrow ? Double.MAX_VALUE : USE_PREF_SIZE);
    HBox.setHgrow(side, narrow ? Priority.ALWAYS : Priority.NEVER);
    var middle = open == null ? nothing : open.view();
    var beside = page == null ? null : page.node();
    if (beside != null) {
      beside.setMaxWidth(width < WIDE ? Double.MAX_VALUE : USE_PREF_SIZE);
      HBox.setHgrow(beside, width < WIDE ? Priority.ALWAYS : Priority.NEVER);
    }
    if (narrow) {
      panes.getChildren().setAll(beside != null ? beside : open == null ? side : middle);
    } else if (beside != null && width < WIDE) {
      panes.getChildren().setAll(side, beside);
    } else if (beside != null) {
      panes.getChildren().setAll(side, middle, beside);
    } else {
      panes.getChildren().setAll(side, middle);
    }
  }

  private record OpenConversation(ConversationView view, ComposeView composer) {
    void close() {
      view.close();
      composer.close();
    }
  }
}
