package org.juntos.ui.card;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.CardView.PersonView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// Somebody who was handed on, and what can be done about them.
final class PersonNode extends CardNode {
  private static final double PICTURE = 40;

  private final CardParts parts;
  private final PersonView person;
  private final FlowPane actions = new FlowPane();
  private final Subscription watch;

  PersonNode(CardParts parts, PersonView person) {
    this.parts = parts;
    this.person = person;
    var kind = new Label("Contact", Icons.icon(Feather.USER));
    kind.getStyleClass().add("card-kind");
    var lines = new VBox(Wrapped.of(SafeText.name(person.card().name()), "card-title-label"));
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    person.card().phones().forEach(one -> lines.getChildren().add(detail(one)));
    person.card().emails().forEach(one -> lines.getChildren().add(detail(one)));
    if (person.account() != null) {
      lines.getChildren().add(detail("Has Juntos; their key comes with this card"));
    }
    var top = new HBox(picture(person.account()), lines);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("card-top");
    actions.getStyleClass().add("card-actions");
    actions.setPrefWrapLength(260);
    getChildren().addAll(kind, top, actions);
    offer();
    watch =
        person.account() == null ? Subscription.EMPTY : parts.deeds().watchContacts(this::offer);
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private static Node detail(String text) {
    return Wrapped.of(SafeText.line(text, 254), "card-detail");
  }

  private Node picture(@Nullable AccountId account) {
    if (account == null) {
      var plain = new StackPane(Icons.icon(Feather.USER));
      plain.getStyleClass().add("place-pin");
      return plain;
    }
    var avatar = new Avatar(PICTURE, parts.faces());
    avatar.show(account, person.card().name());
    return avatar;
  }

  private void offer() {
    actions.getChildren().clear();
    var account = person.account();
    if (account != null && parts.deeds().isSelf(account)) {
      actions.getChildren().add(new Label("This is you"));
    } else if (account != null) {
      actions.getChildren().add(join(account));
    }
    person.card().phones().stream()
        .filter(one -> one.startsWith("+"))
        .findFirst()
        .ifPresent(number ->
            actions
                .getChildren()
                .add(
                    Icons.link(
                        Feather.SEARCH, "Look for the number", () -> parts.deeds().add(number))));
    actions
        .getChildren()
        .add(
            Icons.link(
                Feather.COPY,
                "Copy",
                () ->
                    CardDeeds.copy(
                        person.link().isEmpty() ? person.card().text() : person.link())));
  }

  private Button join(AccountId account) {
    boolean known = parts.deeds().contact(account) != null;
    return Icons.link(
        known ? Feather.MESSAGE_CIRCLE : Feather.USER_PLUS,
        known ? "Write" : "Add as a contact",
        () -> join(account, person.link()));
  }

  private void join(AccountId account, String link) {
    var known = parts.deeds().contact(account);
    if (known == null) {
      parts.deeds().add(link);
    } else {
      parts.deeds().write(known);
    }
  }

  @Override
  public void activate() {
    var account = person.account();
    if (account != null && !parts.deeds().isSelf(account)) {
      join(account, person.link());
    }
  }
}
