package org.juntos.ui.compose;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.card.AddMenu;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.conversation.Composing;
import org.juntos.ui.platform.Device;
import org.juntos.ui.sticker.PackMaker;
import org.juntos.ui.sticker.StickerPicker;
import org.juntos.ui.sticker.StickerTools;
import org.kordamp.ikonli.feather.Feather;

/// Where messages are written: files to come along, text, send.
public final class ComposeView extends VBox implements AutoCloseable, Composing {
  /// What is written is kept when nothing more was written for so long.
  private static final Duration KEPT = Duration.millis(500);

  private final ComposeViewModel model;
  private final Device device;
  private final GrowingTextArea text;
  private final FileStrip strip;
  private final ModeBar bar;
  private final SendMenu ways;
  private final MarkBar marks;
  private final MentionPicker picker;
  private final LookBar looks;
  private final PreviewBar preview;
  private final AddMenu things;
  private final VoiceTools tools;
  private final StickerTools stickers;
  private final VoiceBar voice;
  private final PauseTransition rest = new PauseTransition(KEPT);
  private Supplier<@Nullable EntryView> lastOwn = () -> null;
  private final InvalidationListener changed = _ -> restLater();
  private final Subscription writing;
  private Subscription preparing = Subscription.EMPTY;

  /// @param texts draws emoji
  /// @param ways other ways to send
  /// @param things what can be sent beside text
  /// @param tools what voice messages are recorded and heard with
  /// @param stickers what stickers are chosen with
  public ComposeView(
      ComposeViewModel model,
      RichText texts,
      Device device,
      SendMenu ways,
      AddMenu things,
      VoiceTools tools,
      StickerTools stickers) {
    this.stickers = stickers;
    this.ways = ways;
    this.things = things;
    this.tools = tools;
    this.model = model;
    this.device = device;
    getStyleClass().add("composer");
    text = new GrowingTextArea(texts.sheets(), model::send);
    text.area().textProperty().bindBidirectional(model.text());
    describe(text);
    strip = new FileStrip(model);
    var paste = new ImagePaste(model, device);
    text.area().addEventFilter(KeyEvent.KEY_PRESSED, paste::pressed);
    bar = new ModeBar(model, texts, this::cancel);
    marks = new MarkBar(text.area(), model.saying());
    picker = new MentionPicker(text.area(), model.saying(), model::people);
    looks = new LookBar(model, texts);
    preview = new PreviewBar(model, this::focusText);
    text.area().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    text.area().addEventFilter(KeyEvent.KEY_PRESSED, marks::pressed);
    text.before(picker::pressed);
    voice = new VoiceBar(model.recording(), tools);
    var row = row();
    getChildren().addAll(preparing(), bar, looks, preview, strip, picker, marks, voice, row);
    rest.setOnFinished(_ -> {
      model.keep();
      model.rested();
    });
    model.files().addListener(changed);
    writing = writing(row);
  }

  private static void describe(GrowingTextArea text) {
    text.area().setPromptText("Write a message");
    text.area().setAccessibleText("Message");
    HBox.setHgrow(text, Priority.ALWAYS);
  }

  /// Starts the rest anew whenever something is written.
  private Subscription writing(Node row) {
    return model
        .text()
        .subscribe((_, _) -> rest.playFromStart())
        .and(model.mode().subscribe((_, _) -> rest.playFromStart()))
        .and(model.saying().ranges().subscribe((_, _) -> rest.playFromStart()))
        .and(model.original().subscribe((_, _) -> rest.playFromStart()))
        .and(model.recording().state().subscribe(now -> showRow(row, now)));
  }

  /// Tells which message the arrow up in an empty text changes; null for none.
  public void lastOwn(Supplier<@Nullable EntryView> last) {
    lastOwn = last;
  }

  @Override
  public void reply(EntryView message) {
    model.reply(message);
    focusText();
  }

  @Override
  public void edit(EntryView message) {
    model.edit(message);
    focusText();
  }

  /// Goes back to a message of its own.
  ///
  /// @return false when that is what is written
  public boolean stepBack() {
    if (model.recording().isListening()) {
      model.recording().stop(); // what was said is not lost by one key
      return true;
    }
    return model.cancel();
  }

  private void cancel() {
    model.cancel();
    focusText();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.UP && model.isEmpty() && isPlain(event)) {
      var last = lastOwn.get();
      if (last != null) {
        edit(last);
        event.consume();
      }
    }
  }

  private boolean isPlain(KeyEvent event) {
    return model.mode().get() instanceof ComposeMode.Writing
        && !event.isAltDown()
        && !event.isShiftDown()
        && !event.isShortcutDown();
  }

  /// Puts the caret into the text.
  public void focusText() {
    if (!model.recording().isNone()) {
      voice.focusSend();
      return;
    }
    text.area().requestFocus();
    text.area().end();
  }

  /// Begins a voice message; ends it, to be heard, when one is being recorded.
  public void record() {
    if (model.recording().isListening()) {
      model.recording().stop();
    } else {
      tools.playbacks().hush();
      model.recording().start(tools.recorders(), tools.input().get());
    }
  }

  /// Lets a sticker be chosen.
  public void chooseSticker() {
    var picker =
        new StickerPicker(
            stickers.model(),
            stickers.images(),
            (pack, number) -> {
              stickers.cards().hide();
              model.beside().sticker(pack, number);
              focusText();
            },
            this::makePack);
    stickers.cards().show("Stickers", picker);
  }

  private void makePack() {
    var window = getScene().getWindow();
    stickers
        .cards()
        .show(
            "Make a pack",
            new PackMaker(
                stickers.model(),
                stickers.texts(),
                () -> device.choosePictures(window),
                this::chooseSticker));
  }

  /// Either a text is written, or a voice message made.
  private void showRow(Node row, RecordingState now) {
    var writing = now instanceof RecordingState.None;
    if (writing && !row.isVisible()) {
      row.setVisible(true);
      focusText();
    }
    row.setVisible(writing);
    row.setManaged(writing);
  }

  /// What can be sent beside text.
  public AddMenu things() {
    return things;
  }

  /// Asks for files to attach.
  public void chooseFiles() {
    model.attach(device.chooseFiles(getScene().getWindow()));
    focusText();
  }

  @Override
  public void close() {
    text.area().textProperty().unbindBidirectional(model.text());
    writing.unsubscribe();
    model.files().removeListener(changed);
    rest.stop();
    model.keep();
    model.recording().stop(); // it is there when the person comes back
    voice.close();
    strip.close();
    bar.close();
    looks.close();
    preview.close();
    picker.close();
    marks.close();
    preparing.unsubscribe();
  }

  private void restLater() {
    rest.playFromStart();
  }

  private Node preparing() {
    var wait = new ProgressIndicator();
    wait.getStyleClass().add("wait-small");
    var notice = new Label("", wait);
    notice.getStyleClass().add("preparing");
    preparing =
        model
            .preparing()
            .subscribe(number -> {
              var files = number.intValue();
              notice.setText(files == 1 ? "Preparing a file …" : "Preparing " + files + " files …");
              notice.setVisible(files > 0);
              notice.setManaged(files > 0);
            });
    return notice;
  }

  private Node row() {
    var attach = things.button(this::chooseFiles);
    var send = Icons.button(Feather.SEND, "Send (Enter)", this::send);
    send.getStyleClass().setAll("send-button");
    var more = ways.button();
    send.setOnContextMenuRequested(event -> {
      ways.menu().show(send, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    var mic = Icons.button(Feather.MIC, "Record a voice message (Ctrl+Shift+Y)", this::record);
    disableWhenEmpty(send, more, mic);
    var sticker = Icons.button(Feather.SMILE, "Stickers (Ctrl+Shift+G)", this::chooseSticker);
    var row = new HBox(attach, sticker, text, more, send, mic);
    row.getStyleClass().add("composer-row");
    row.setAlignment(Pos.BOTTOM_LEFT);
    return row;
  }

  private void send() {
    model.send();
    focusText();
  }

  /// Where nothing is written, one can only speak.
  private void disableWhenEmpty(Button send, Button more, Button mic) {
    Runnable check =
        () -> {
          var empty = model.isEmpty() && !model.isEditing();
          send.setDisable(empty);
          show(send, !empty);
          show(more, !empty && !model.isEditing());
          show(mic, empty);
        };
    text.area().textProperty().subscribe(_ -> check.run());
    model.mode().subscribe(_ -> check.run());
    strip.whenChanged(check);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
