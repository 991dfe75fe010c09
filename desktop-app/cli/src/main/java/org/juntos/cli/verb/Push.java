package org.juntos.cli.verb;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PushAddress;
import org.juntos.engine.intent.PushView;
import org.juntos.wire.Bytes;

/// Says or tells where the relay wakes this device.
///
/// @param change what is asked for first; empty to look only
public record Push(List<Intent> change) implements Verb {
  public Push {
    change = List.copyOf(change);
  }

  /// What can be done about it.
  public enum Deed {
    set,
    clear,
    show
  }

  /// What names an address; empty where nothing was given.
  public record Given(String endpoint, String p256dh, String auth, String fcm, String apns) {
    private boolean isNothing() {
      return Stream.of(endpoint, p256dh, auth, fcm, apns).allMatch(String::isEmpty);
    }

    private PushAddress address() throws Refusal {
      if (Stream.of(endpoint, fcm, apns).filter(one -> !one.isEmpty()).count() != 1) {
        throw usage("Give one of --endpoint, --fcm and --apns.");
      }
      if (!fcm.isEmpty()) {
        return new PushAddress.Fcm(fcm);
      }
      return apns.isEmpty()
          ? new PushAddress.Web(endpoint, bytes("--p256dh", p256dh), bytes("--auth", auth))
          : new PushAddress.Apns(apns);
    }
  }

  /// @throws Refusal when the words do not fit together
  public static Push of(Deed deed, Given given) throws Refusal {
    if (deed == Deed.set) {
      return new Push(List.of(new Intent.SetPush(given.address())));
    }
    if (!given.isNothing()) {
      throw usage("An address goes with set only.");
    }
    return new Push(deed == Deed.clear ? List.of(new Intent.ClearPush()) : List.of());
  }

  private static Bytes bytes(String option, String text) throws Refusal {
    try {
      var bytes = Bytes.of(Base64.getUrlDecoder().decode(text));
      if (!bytes.isEmpty()) {
        return bytes;
      }
    } catch (IllegalArgumentException _) { // said below
    }
    throw usage(option + " must be there, in base64url.");
  }

  private static Refusal usage(String sentence) {
    return Refusal.of("usage", sentence, "See --help.");
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    for (var intent : change) {
      desk.submit(intent);
    }
    return output -> {
      if (desk.submit(new Intent.LookAtPush()) instanceof Outcome.Push(var view)) {
        output.print(line(view));
      }
    };
  }

  private static Line line(PushView view) {
    var key = Base64.getUrlEncoder().withoutPadding().encodeToString(view.vapidKey().toArray());
    var json = new LinkedHashMap<String, Object>();
    json.put("way", view.way().isEmpty() ? null : view.way());
    json.put("address", view.way().isEmpty() ? null : view.address());
    json.put("offered", view.ways());
    json.put("vapidKey", view.vapidKey().isEmpty() ? null : key);
    var text =
        view.way().isEmpty()
            ? "this device is not woken"
            : "this device is woken: " + view.way() + " " + view.address();
    var offered =
        view.ways().isEmpty()
            ? "\nthe relay wakes no devices"
            : "\nthe relay offers: " + String.join(", ", view.ways());
    return new Line(
        json, PlainText.safe(text) + offered + (view.vapidKey().isEmpty() ? "" : "\nkey: " + key));
  }
}
