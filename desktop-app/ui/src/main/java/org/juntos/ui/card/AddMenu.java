package org.juntos.ui.card;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// What can be sent beside text: files, a poll, a location, a contact.
public final class AddMenu {
  private final CardSending sending;
  private final CardHost host;
  private final Faces faces;
  private final Device device;

  public AddMenu(CardSending sending, CardHost host, Faces faces, Device device) {
    this.sending = sending;
    this.host = host;
    this.faces = faces;
    this.device = device;
  }

  /// Opens the menu.
  ///
  /// @param files asks for files
  public Button button(Runnable files) {
    var button = Icons.button(Feather.PAPERCLIP, "Attach (Ctrl+O: files)", () -> {});
    button.setOnAction(_ -> menu(files).show(button, Side.TOP, 0, 0));
    return button;
  }

  private ContextMenu menu(Runnable files) {
    return new ContextMenu(
        Icons.item("Files …", Feather.FILE, files),
        Icons.item("New poll …", Feather.BAR_CHART_2, this::poll),
        Icons.item("Location …", Feather.MAP_PIN, this::place),
        Icons.item("Contact …", Feather.USER, this::contact));
  }

  /// Asks for a poll.
  public void poll() {
    host.show("New poll", new PollForm(sending, host));
  }

  /// Asks for a location.
  public void place() {
    host.show("Send a location", new PlaceForm(sending, host));
  }

  /// Asks for a contact.
  public void contact() {
    host.show("Send a contact", new ContactForm(sending, host, faces, device));
  }
}
