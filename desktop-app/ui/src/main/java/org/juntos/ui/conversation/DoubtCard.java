package org.juntos.ui.conversation;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.content.LinkDoubt;
import org.juntos.content.WebLink;

/// Shows the whole address of a link that may not be what it looks like, and says why.
final class DoubtCard extends VBox {
  /// @param open goes there all the same
  /// @param leave does not
  DoubtCard(WebLink link, Runnable open, Runnable leave) {
    getStyleClass().addAll("dialog-body", "doubt-card");
    var host = new Label("It leads to " + link.host());
    host.getStyleClass().add("doubt-host");
    host.setWrapText(true);
    host.setMinHeight(Region.USE_PREF_SIZE);
    var address = new TextArea(link.shown());
    address.setEditable(false);
    address.setWrapText(true);
    address.setPrefRowCount(Math.clamp(1 + link.shown().length() / 52, 2, 8));
    address.getStyleClass().add("doubt-address");
    address.setAccessibleText("The whole address");
    getChildren().addAll(host, address);
    link.doubts().stream()
        .sorted()
        .map(DoubtCard::words)
        .map(DoubtCard::said)
        .forEach(getChildren()::add);
    var back = new Button("Do not open");
    back.getStyleClass().add("accent");
    back.setDefaultButton(true);
    back.setOnAction(_ -> leave.run());
    var go = new Button("Open it");
    go.setOnAction(_ -> open.run());
    var row = new HBox(go, back);
    row.setSpacing(10);
    row.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(row);
    setAccessibleText(
        host.getText()
            + ". "
            + link.doubts().stream()
                .sorted()
                .map(DoubtCard::words)
                .collect(Collectors.joining(" ")));
  }

  private static Label said(String words) {
    var said = new Label(words);
    said.getStyleClass().add("doubt-why");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    return said;
  }

  static String words(LinkDoubt doubt) {
    return switch (doubt) {
      case MIXED_SCRIPTS ->
          "The name of the page mixes letters of several alphabets, which can look like another"
              + " name.";
      case LOOK_ALIKE ->
          "The name of the page has letters that look like others: it may pretend to be another"
              + " page.";
      case HIDDEN_CHARACTERS ->
          "The address has characters that cannot be seen, or that turn the direction of the text.";
      case USER_INFO ->
          "What stands before the @ is not the page: the page is what comes after it.";
      case PUNYCODE ->
          "The name of the page is written in code (xn--) and may look like another one when it is"
              + " shown.";
    };
  }
}
