package org.juntos.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.attachment.Pictures;
import org.juntos.ui.attachment.Playbacks;
import org.juntos.ui.compose.QualitySetting;
import org.juntos.ui.contact.AddContactView;
import org.juntos.ui.contact.AddressBookView;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;
import org.juntos.ui.conversation.LinkDesk;
import org.juntos.ui.emoji.EmojiCatalog;
import org.juntos.ui.emoji.EmojiSheets;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.group.NewGroupView;
import org.juntos.ui.onboarding.OnboardingView;
import org.juntos.ui.onboarding.OnboardingViewModel;
import org.juntos.ui.platform.OpenedFiles;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.settings.TrayViewModel;
import org.juntos.ui.status.StatusComposer;
import org.juntos.ui.status.StatusDraft;
import org.juntos.ui.status.StatusStage;
import org.juntos.ui.status.StatusViewer;
import org.juntos.wire.AccountId;

/// Everything in one window: the first run or the panes, with cards and problems in front.
public final class MainWindow extends StackPane implements AutoCloseable {
  private final EngineLink engine;
  private final UiServices services;
  private final Wardrobe wardrobe;
  private final QualitySetting quality;
  private final OpenedFiles opened;
  private final BooleanSupplier watched;
  private final RichText texts;
  private final Times times;
  private final Faces faces;
  private final Cards cards;
  private final Attention attention;
  private final OnboardingViewModel session;
  private final StackPane stage = new StackPane();
  private final ZoomPane zoom = new ZoomPane(stage);
  private final Overlay overlay = new Overlay();
  private final Toasts toasts = new Toasts();
  private final TrayViewModel tray;
  private final Keys keys;
  private final Subscription watch;
  private final Instruments instruments;
  private Runnable closing = () -> getScene().getWindow().hide();
  private Runnable quitting = () -> getScene().getWindow().hide();
  private @Nullable ConversationId before;
  private @Nullable ShellView shell;
  private @Nullable ShellViewModel shellModel;
  private @Nullable OnboardingView onboarding;

  /// @param watched whether the person is looking at this window: only then is anything marked as
  ///   seen
  public MainWindow(
      EngineLink engine, UiServices services, UiSettings settings, BooleanSupplier watched) {
    this.engine = engine;
    this.services = services;
    this.watched = watched;
    wardrobe = new Wardrobe(this, settings);
    quality = new QualitySetting(settings);
    texts = new RichText(new EmojiSheets(EmojiCatalog.load(), wardrobe.tones()));
    instruments = Instruments.of(engine, services, settings, texts, overlay, this::complain);
    opened = new OpenedFiles(services.device().folder());
    engine.background(opened::clear);
    times = new Times(services.clock(), services.zone(), services.locale());
    faces = new Faces(engine, services.images());
    attention = new Attention(engine, services.device(), settings, times, watched, this::complain);
    tray = new TrayViewModel(settings, this::complain);
    cards =
        new Cards(
            engine,
            services,
            new Cards.Place(
                overlay, wardrobe, faces, times, attention.settings(), settings, tray, quality),
            this::complain);
    getStyleClass().add("juntos");
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    getChildren().addAll(zoom, overlay, toasts);
    session =
        new OnboardingViewModel(engine, services.clock(), services.device()::browse, toasts::show);
    keys = KeyTable.of(this, zoom, new Regions(() -> shell));
    watch = session.session().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /// Shows a problem in front of everything.
  public void complain(Problem problem) {
    toasts.show(problem);
  }

  /// Opens the card for adding a contact.
  public void addContact() {
    if (shellModel != null) {
      var body =
          new AddContactView(
              shellModel.addContact(overlay::hide), services.device(), this::addressBook);
      overlay.showCard("Add a contact", body);
    }
  }

  /// Shows the person's own address book.
  public void addressBook() {
    if (shellModel != null) {
      var model = shellModel.addressBook(services.locale().getCountry(), overlay::hide);
      overlay.showCard("Address book", new AddressBookView(model, services.device()));
    }
  }

  /// Opens the card for making a group.
  public void newGroup() {
    if (shellModel != null) {
      overlay.showCard("New group", new NewGroupView(shellModel.newGroup(overlay::hide), faces));
    }
  }

  /// What calls for the person when they look elsewhere.
  Attention attention() {
    return attention;
  }

  /// Whether the program goes on without this window.
  TrayViewModel tray() {
    return tray;
  }

  /// The person closes the window.
  void closeWindow() {
    closing.run();
  }

  /// The person ends the program.
  void quit() {
    quitting.run();
  }

  /// What the keys for closing the window and for ending the program do.
  void whenClosed(Runnable close, Runnable quit) {
    closing = close;
    quitting = quit;
  }

  /// The window is put away: what is open there is closed, so that nothing holds on to it.
  void rest() {
    overlay.hide();
    if (shellModel != null) {
      before = shellModel.list().open().get();
      shellModel.list().open().set(null);
    }
  }

  /// The window comes back as it was.
  void wake() {
    if (shellModel != null && before != null) {
      shellModel.list().open().set(before);
    }
    before = null;
  }

  /// The cards that tell and change what belongs to the account.
  public Cards cards() {
    return cards;
  }

  /// Shows what the keys do.
  public void keys() {
    overlay.showCard("Keys", keys.card());
  }

  /// Shows or hides who the open conversation is with.
  public void toggleContact() {
    if (shell != null) {
      shell.toggleContact();
    }
  }

  @Override
  public void close() {
    watch.unsubscribe();
    session.close();
    leave();
    wardrobe.close();
    opened.clear();
  }

  private void show(@Nullable SessionView view) {
    boolean unlinked = view instanceof SessionView.Deregistered gone && gone.unlinked();
    if (view instanceof SessionView.Ready || (unlinked && shell != null)) {
      if (shell == null) {
        leave();
        enterShell();
      }
      if (unlinked && shellModel != null) {
        overlay.hide();
        shellModel.unlinked(); // what is here stays readable
      }
    } else if (view != null && onboarding == null) {
      leave();
      onboarding = new OnboardingView(session, "");
      stage.getChildren().setAll(onboarding);
      onboarding.focusFirst();
    }
  }

  private void enterShell() {
    var model = new ShellViewModel(engine, times, services.device(), quality, this::complain);
    var materials =
        new ShellView.Materials(
            texts,
            faces,
            services.device(),
            watched,
            new Gallery(engine, services, overlay, instruments.playbacks())::nodes,
            cards::chooser,
            new Pictures(engine, services.images()),
            instruments.voice(),
            instruments.stickers(),
            overlay,
            new LinkDesk(engine, services.images(), overlay, services.device()::browse));
    shellModel = model;
    attention.begin(model.list(), this::openConversation);
    shell =
        new ShellView(
            model,
            materials,
            new ShellView.Doors(
                this::addContact,
                this::newGroup,
                cards::settings,
                this::postStatus,
                this::viewStatuses));
    stage.getChildren().setAll(shell);
    shell.list().focusList();
  }

  /// Shows statuses in place of conversations, or these again.
  public void statuses() {
    if (shell != null) {
      shell.toggleStatuses();
    }
  }

  /// Opens the card on which a status is made.
  public void postStatus() {
    if (shellModel != null) {
      var draft = new StatusDraft(shellModel.statuses(), overlay::hide);
      overlay.showCard("New status", new StatusComposer(draft));
    }
  }

  /// Shows a conversation, in front of everything.
  public void openConversation(ConversationId conversation) {
    if (shellModel != null) {
      overlay.hide();
      shellModel.list().open().set(conversation);
    }
  }

  /// Opens the statuses of somebody, one's own too.
  public void viewStatuses(AccountId author) {
    var self = shellModel == null ? null : shellModel.self();
    if (shellModel == null || self == null || !shellModel.statuses().has(author)) {
      return;
    }
    var viewer =
        new StatusViewer(
            shellModel.statuses(),
            new StatusStage.Materials(
                texts,
                faces,
                new Pictures(engine, services.images()),
                new Playbacks(engine, services.players())),
            new StatusViewer.Viewed(author, self.account(), self.name()),
            overlay::hide);
    overlay.show(viewer, viewer, viewer::close);
  }

  private void leave() {
    overlay.hide();
    if (onboarding != null) {
      onboarding.close();
      onboarding = null;
    }
    attention.end();
    if (shell != null && shellModel != null) {
      shell.close();
      shellModel.close();
      shell = null;
      shellModel = null;
    }
    stage.getChildren().clear();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      escape(event);
    } else if (!overlay.isOpen()) {
      keys.pressed(event);
    }
  }

  private void escape(KeyEvent event) {
    if (overlay.isOpen()) {
      overlay.hide();
      event.consume();
    } else if (shell != null && shell.stepBack()) {
      event.consume();
    }
  }

  /// Does something with the panes, if they are there.
  void inShell(Consumer<ShellView> action) {
    if (shell != null) {
      action.accept(shell);
    }
  }

  /// Opens the conversation so many further down.
  void move(int steps) {
    if (shellModel != null) {
      shellModel.list().move(steps);
    }
  }

  /// Opens the next one with something unread, down (1) or up (-1).
  void moveToUnread(int step) {
    if (shellModel != null) {
      shellModel.list().moveToUnread(step);
    }
  }
}
