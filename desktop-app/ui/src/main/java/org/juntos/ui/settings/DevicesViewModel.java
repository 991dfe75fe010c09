package org.juntos.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.Event;
import org.juntos.ui.fx.EngineLink;

/// The devices of the account: which there are, adding one, taking one off.
public final class DevicesViewModel {
  private final EngineLink engine;
  private final ReadOnlyObjectWrapper<List<DeviceView>> devices =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Linking> linking =
      new ReadOnlyObjectWrapper<>(new Linking.Asking());

  /// Watches nothing by itself.
  public DevicesViewModel(EngineLink engine) {
    this.engine = engine;
  }

  /// How far adding a device has come.
  sealed interface Linking {
    /// The code is to be pasted.
    record Asking() implements Linking {}

    /// The person is to say whether it is the right device.
    record Confirming(String code, String device) implements Linking {}

    /// The device has to take what it was given.
    record Waiting(int number, String device) implements Linking {}

    /// It belongs to the account.
    record Linked(String device) implements Linking {}
  }

  /// All devices; empty until they are known.
  ReadOnlyObjectProperty<List<DeviceView>> devices() {
    return devices.getReadOnlyProperty();
  }

  /// What the last try was refused for; null when nothing is wrong.
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Linking> linking() {
    return linking.getReadOnlyProperty();
  }

  /// Follows what happens to the devices. Whoever watches ends it.
  Subscription watch() {
    look();
    return engine.events(event -> {
      if (event instanceof Event.DevicesChanged) {
        look();
      }
    });
  }

  private void look() {
    engine.submit(
        new Intent.LookAtDevices(),
        outcome -> {
          if (outcome instanceof Outcome.Devices(var all)) {
            devices.set(all);
            arrived(all);
          }
        });
  }

  private void arrived(List<DeviceView> all) {
    if (linking.get() instanceof Linking.Waiting(var number, var device)
        && all.stream().anyMatch(view -> view.device() == number && view.linkedAt() != null)) {
      linking.set(new Linking.Linked(device));
    }
  }

  /// Takes a device off.
  void unlink(int device) {
    submit(new Intent.UnlinkDevice(device), _ -> look());
  }

  /// Looks what a pasted code says.
  void read(String code) {
    submit(
        new Intent.ReadLinkCode(code),
        outcome -> {
          if (outcome instanceof Outcome.LinkCodeRead(var device, _)) {
            linking.set(new Linking.Confirming(code, device));
          }
        });
  }

  /// It is the right device.
  void confirm(String code, String device) {
    submit(
        new Intent.LinkDevice(code),
        outcome -> {
          if (outcome instanceof Outcome.Offered(int number)) {
            linking.set(new Linking.Waiting(number, device));
            look();
          }
        });
  }

  /// Begins anew.
  void ask() {
    problem.set(null);
    linking.set(new Linking.Asking());
  }

  private void submit(Intent intent, Consumer<Outcome> then) {
    busy.set(true);
    problem.set(null);
    engine.submit(
        intent,
        outcome -> {
          busy.set(false);
          if (outcome instanceof Outcome.Refused(var why)) {
            problem.set(why);
          } else {
            then.accept(outcome);
          }
        });
  }
}
