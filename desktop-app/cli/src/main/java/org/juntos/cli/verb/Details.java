package org.juntos.cli.verb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.MemberProgress;

/// All that is known of a message.
///
/// @param message its id, or the beginning of it
public record Details(String message) implements Listing {
  @Override
  public List<Line> lines(Desk desk) throws Refusal {
    desk.ready();
    var details = desk.models().handling().details(Messages.find(desk, message));
    if (details == null) {
      throw Messages.unknown();
    }
    return List.of(line(details));
  }

  @Override
  public boolean isList() {
    return false;
  }

  private static Line line(DetailsView details) {
    var entry = Describe.entry(details.conversation(), details.entry());
    var json = new LinkedHashMap<String, Object>(entry.json());
    json.put("conversationName", details.where());
    json.put("storedAt", details.storedAt().toString());
    json.put("device", details.device());
    json.put("deviceName", details.deviceName().isEmpty() ? null : details.deviceName());
    json.put("members", details.members().stream().map(Details::json).toList());
    json.put(
        "versions",
        details.versions().stream()
            .map(one -> Map.of("text", one.body(), "at", one.at().toString()))
            .toList());
    return new Line(json, entry.text() + text(details));
  }

  private static Map<String, Object> json(MemberProgress one) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", one.account().toString());
    json.put("name", one.name());
    json.put("deliveredAt", time(one.deliveredAt()));
    json.put("seenAt", time(one.seenAt()));
    json.put("devices", one.devices().stream().map(Details::json).toList());
    return json;
  }

  private static Map<String, Object> json(DeviceProgress one) {
    var json = new LinkedHashMap<String, Object>();
    json.put("device", one.device());
    json.put("deliveredAt", time(one.deliveredAt()));
    json.put("seenAt", time(one.seenAt()));
    return json;
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static String text(DetailsView details) {
    var text = new StringBuilder();
    var progress = details.entry().progress();
    text.append("\n  sent ").append(details.entry().sentAt());
    text.append("\n  here ").append(details.storedAt());
    text.append("\n  device ").append(details.device());
    text.append(details.deviceName().isEmpty() ? "" : " " + PlainText.safe(details.deviceName()));
    if (progress.acceptedAt() != null) {
      text.append("\n  at the relay ").append(progress.acceptedAt());
    }
    for (var one : details.members()) {
      text.append("\n  ").append(PlainText.safe(one.name())).append(": ");
      text.append(text(one.deliveredAt(), one.seenAt()));
      for (var device : one.devices()) {
        text.append("\n    on device ").append(device.device()).append(": ");
        text.append(text(device.deliveredAt(), device.seenAt()));
      }
    }
    for (var version : details.versions()) {
      text.append("\n  ").append(version.at()).append("  ");
      text.append(PlainText.safe(version.body()));
    }
    return text.toString();
  }

  private static String text(@Nullable Instant delivered, @Nullable Instant seen) {
    if (seen != null) {
      return "delivered " + delivered + ", seen " + seen;
    }
    return delivered == null ? "not delivered yet" : "delivered " + delivered;
  }
}
