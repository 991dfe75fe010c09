package org.juntos.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.Portrait;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Scrolling;

/// Conversations to choose from, one or several, with a search; those that were active last first.
public final class ConversationPicker extends VBox {
  private static final double PICTURE = 28;
  private static final double HEIGHT = 320;

  private final List<Choice> choices = new ArrayList<>();
  private final VBox list = new VBox();
  private final Label none = new Label("No conversation has this name");
  private final PlainButton send;
  private final String verb;

  /// @param verb what is done, for the button
  /// @param chosen told which were chosen, once
  public ConversationPicker(
      List<ConversationView> conversations,
      Faces faces,
      String verb,
      Consumer<List<ConversationId>> chosen) {
    this.verb = verb;
    getStyleClass().addAll("dialog-body", "conversation-picker");
    var filter = new TextField();
    filter.setPromptText("Find a conversation");
    filter.setAccessibleText("Find a conversation");
    filter.textProperty().subscribe(this::narrow);
    list.getStyleClass().add("contact-picker");
    conversations.stream().filter(ConversationPicker::isOpen).forEach(one -> add(one, faces));
    none.getStyleClass().add("form-note");
    var scroll = Scrolling.upright(new VBox(list, none));
    scroll.setPrefHeight(HEIGHT);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    send = new PlainButton(verb, () -> chosen.accept(chosen()));
    send.getStyleClass().add("primary");
    send.setDefaultButton(true);
    var foot = new HBox(send);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(filter, scroll, foot);
    narrow("");
    count();
  }

  private static boolean isOpen(ConversationView conversation) {
    var group = conversation.group();
    if (group != null) {
      return group.standing() == GroupView.Standing.MEMBER && group.own().post();
    }
    var standing = conversation.contact().standing();
    return standing == Standing.ACCEPTED || standing == Standing.REQUESTED;
  }

  private void add(ConversationView conversation, Faces faces) {
    var group = conversation.group();
    var avatar = new Avatar(PICTURE, faces);
    avatar.show(
        group == null
            ? Portrait.of(conversation.contact())
            : Portrait.of(conversation.id(), group));
    var name = SafeText.name(conversation.contact().name());
    var box = new CheckBox(name);
    SafeText.fitFont(box, name);
    box.setGraphic(avatar);
    box.getStyleClass().add("contact-choice");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(Region.USE_COMPUTED_SIZE);
    box.selectedProperty().subscribe(_ -> count());
    choices.add(new Choice(conversation.id(), name.toLowerCase(Locale.ROOT), box));
    list.getChildren().add(box);
  }

  /// What is ticked stays to be seen.
  private void narrow(String typed) {
    var wanted = typed.strip().toLowerCase(Locale.ROOT);
    var any = false;
    for (var choice : choices) {
      var shown = choice.box.isSelected() || choice.name.contains(wanted);
      choice.box.setVisible(shown);
      choice.box.setManaged(shown);
      any |= shown;
    }
    none.setVisible(!any);
    none.setManaged(!any);
  }

  private void count() {
    if (send != null) {
      var number = chosen().size();
      send.setDisable(number == 0);
      send.setText(number < 2 ? verb : verb + " to " + number);
    }
  }

  private List<ConversationId> chosen() {
    return choices.stream()
        .filter(choice -> choice.box.isSelected())
        .map(Choice::conversation)
        .toList();
  }

  private record Choice(ConversationId conversation, String name, CheckBox box) {}
}
