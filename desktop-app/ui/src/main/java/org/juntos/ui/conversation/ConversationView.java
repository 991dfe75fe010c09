package org.juntos.ui.conversation;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.Times;
import org.juntos.ui.sticker.StickerTools;

/// The middle pane: header, timeline, what stands in the way, composer.
public final class ConversationView extends BorderPane implements AutoCloseable {
  private final ConversationViewModel model;
  private final TimelinePane timeline;
  private final ConversationHeader header;
  private final ConversationBars bars;
  private final StandingBar standing;
  private final PinBar pins;
  private final SelectionBar selected;
  private final ScheduledBar scheduled;
  private final AttachmentNodes attachments;
  private final Subscription watch;

  /// What a conversation is drawn with.
  ///
  /// @param watched whether the person is looking at the window
  public record Surroundings(
      RichText texts,
      Faces faces,
      Times times,
      AttachmentNodes attachments,
      StickerTools stickers,
      BooleanSupplier watched,
      Composing composing,
      CardHost cards,
      LinkDesk links) {}

  /// What can be shown beside a conversation.
  ///
  /// @param info more about the other person
  /// @param gallery media, files and links
  /// @param starred messages that the person keeps in mind, of all conversations
  /// @param choose what can be chosen about it, under a button
  public record Beside(Runnable info, Runnable gallery, Runnable starred, Consumer<Node> choose) {}

  /// @param composer where messages are written
  /// @param back leads to the list when the window is narrow
  /// @param beside opens what is shown beside it
  public ConversationView(
      ConversationViewModel model, Surroundings with, Node composer, Button back, Beside beside) {
    this.model = model;
    attachments = with.attachments();
    getStyleClass().add("conversation");
    var parts = parts(model, with);
    timeline = new TimelinePane(parts, with.watched());
    bars = new ConversationBars(model, with.times());
    header =
        new ConversationHeader(
            model,
            with,
            back,
            new ConversationHeader.Doors(
                beside.info(),
                bars::find,
                bars::date,
                beside.gallery(),
                beside.starred(),
                beside.choose()));
    standing = new StandingBar(model, composer, beside.info());
    var empty = empty();
    var wait = spinner();
    pins = new PinBar(model, with.texts());
    selected = new SelectionBar(parts);
    setTop(new VBox(header, selected, bars, pins));
    setCenter(new StackPane(timeline, empty, wait));
    scheduled = new ScheduledBar(parts);
    setBottom(new VBox(standing.node(), scheduled, composer));
    watch =
        model
            .loaded()
            .subscribe(loaded -> {
              wait.setVisible(!loaded);
              empty.setVisible(loaded && model.rows().isEmpty());
            })
            .and(subscribeEmpty(empty));
  }

  private static BubbleParts parts(ConversationViewModel model, Surroundings with) {
    return new BubbleParts(
        with.texts(),
        with.times(),
        new Sentence(with.times()),
        with.attachments(),
        with.stickers(),
        model,
        with.composing(),
        with.cards(),
        with.faces(),
        with.links());
  }

  /// Puts the focus on the messages.
  public void focusTimeline() {
    timeline.lookupAll(".virtual-flow").stream().findFirst().ifPresent(Node::requestFocus);
  }

  /// Looks for something in it.
  public void find() {
    bars.find();
  }

  /// Leads to a day of it.
  public void findDay() {
    bars.date();
  }

  /// Goes to the next message that was found in it.
  ///
  /// @return false when nothing is looked for here
  public boolean step(int by) {
    return bars.step(by);
  }

  /// Chooses no messages any more, or closes the bar above them.
  ///
  /// @return whether there was one
  public boolean stepBack() {
    return model.selection().clear() || bars.stepBack();
  }

  @Override
  public void close() {
    watch.unsubscribe();
    bars.stepBack();
    header.close();
    pins.close();
    selected.close();
    scheduled.close();
    standing.close();
    timeline.close();
    attachments.hush();
  }

  private Subscription subscribeEmpty(Node empty) {
    InvalidationListener listener =
        _ -> empty.setVisible(model.loaded().get() && model.rows().isEmpty());
    model.rows().addListener(listener);
    return () -> model.rows().removeListener(listener);
  }

  private static Node spinner() {
    var wait = new ProgressIndicator();
    wait.getStyleClass().add("wait");
    wait.setMaxSize(32, 32);
    wait.setAccessibleText("Loading messages");
    return wait;
  }

  private Node empty() {
    var title = new Label("No messages yet");
    title.getStyleClass().add("empty-title");
    var text = new Label();
    text.textProperty()
        .bind(
            model
                .group()
                .map(_ -> "What you write here is readable only by those who are in the group.")
                .orElse("What you write here is readable only by the two of you."));
    text.getStyleClass().add("empty-text");
    text.setWrapText(true);
    var box = new VBox(title, text);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    box.setMouseTransparent(true);
    return box;
  }
}
