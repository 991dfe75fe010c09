package org.juntos.cli.verb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StatusQuote;

/// Views of the engine as lines. The names of fields are a contract with scripts; `README.md` lists
/// them.
public final class Describe {
  private Describe() {}

  public static Line account(SessionView.Ready ready) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", ready.account().toString());
    json.put("device", ready.device());
    json.put("name", ready.name());
    json.put("relay", ready.relay());
    json.put("link", ready.link());
    json.put("userName", ready.userName().isEmpty() ? null : ready.userName());
    var text =
        "%s\naccount %s\ndevice %d\nrelay %s%s"
            .formatted(
                PlainText.safe(ready.name()),
                ready.account(),
                ready.device(),
                ready.relay(),
                ready.userName().isEmpty() ? "" : "\nuser name " + ready.userName());
    return new Line(json, text);
  }

  public static Line contact(ContactView contact) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", contact.account().toString());
    json.put("conversation", contact.conversation().toString());
    json.put("name", contact.name());
    json.put("standing", lower(contact.standing()));
    json.put("verified", contact.verified());
    json.put("identityChanged", contact.identityChanged());
    json.put("verifiedKeyBack", contact.verifiedKeyBack());
    json.put("sealed", contact.sealed());
    var devices = contact.devices();
    json.put("devicesDoubt", devices == null ? null : devices.code());
    json.put("deleted", devices != null && devices.kind() == DeviceTrouble.Kind.DELETED);
    json.put("safetyNumber", contact.safetyNumber().text());
    json.put("relay", contact.relay());
    json.put("about", contact.profile().about());
    json.put("picture", contact.profile().pictureVersion() > 0);
    var text =
        "%s  %-9s  %s%s"
            .formatted(
                contact.account(),
                lower(contact.standing()),
                PlainText.safe(contact.name()),
                doubts(contact));
    return new Line(json, text);
  }

  private static String doubts(ContactView contact) {
    var devices = contact.devices();
    return (contact.identityChanged() ? "  (" + key(contact) + ")" : "")
        + (devices == null ? "" : "  (" + doubt(devices) + ")");
  }

  private static String doubt(DeviceTrouble trouble) {
    return trouble.kind() == DeviceTrouble.Kind.DELETED
        ? "deleted account, says the relay"
        : "their devices are in doubt: " + trouble.code();
  }

  private static String key(ContactView contact) {
    return contact.verifiedKeyBack()
        ? "another key was met; the verified one has proved itself again: keep-key"
        : "their key has changed";
  }

  public static Line entry(ConversationId conversation, EntryView entry) {
    return entry(conversation, entry, Map.of());
  }

  /// @param saved where attachments were written, by index
  public static Line entry(
      ConversationId conversation, EntryView entry, Map<Integer, String> saved) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", entry.id().toString());
    json.put("conversation", conversation.toString());
    json.put("kind", lower(entry.kind()));
    json.put("author", entry.author().toString());
    json.put("authorName", entry.authorName());
    json.put("outgoing", entry.outgoing());
    json.put("text", entry.body());
    json.put("sentAt", entry.sentAt().toString());
    if (entry.outgoing()) {
      json.putAll(progress(entry.progress()));
    }
    json.put(
        "attachments",
        entry.attachments().stream()
            .map(attachment -> attachment(attachment, saved.get(attachment.index())))
            .toList());
    var quote = entry.quote();
    if (quote != null) {
      json.put("status", status(quote));
    }
    if (entry.kind() == EntryView.Kind.MESSAGE) {
      DescribeMarks.add(json, entry.marks());
      DescribeText.add(json, entry.body(), entry.text());
    }
    var fate = entry.fate();
    if (fate != null) {
      json.put("vanishesAfterSeconds", fate.after().toSeconds());
      json.put("vanishesAt", time(fate.until()));
    }
    return new Line(json, text(entry, saved));
  }

  private static Map<String, Object> status(StatusQuote quote) {
    return Map.of(
        "id",
        quote.status().toString(),
        "kind",
        lower(quote.kind()),
        "mine",
        quote.mine(),
        "over",
        quote.over());
  }

  public static Map<String, Object> progress(EntryView.Progress progress) {
    var json = new LinkedHashMap<String, Object>();
    json.put("stage", stage(progress.stage()));
    json.put("acceptedAt", time(progress.acceptedAt()));
    json.put("deliveredAt", time(progress.deliveredAt()));
    json.put("seenAt", time(progress.seenAt()));
    var failure = progress.failure();
    if (failure != null) {
      var waits = progress.stage() == EntryView.Stage.WAITING;
      json.put(
          waits ? "waits" : "failure",
          Map.of("code", failure.code(), "message", failure.sentence()));
    }
    return json;
  }

  public static Map<String, Object> attachment(AttachmentView attachment, @Nullable String saved) {
    var json = new LinkedHashMap<String, Object>();
    json.put("index", attachment.index());
    json.put("kind", lower(attachment.kind()));
    json.put("fileName", attachment.fileName());
    json.put("mediaType", attachment.mediaType());
    json.put("bytes", attachment.bytes());
    json.put("durationMs", attachment.preview().durationMillis());
    json.put("risky", attachment.risky());
    json.put("state", lower(attachment.state()));
    json.put("transferred", attachment.transferred());
    json.put("transferTotal", attachment.transferTotal());
    if (saved != null) {
      json.put("savedTo", saved);
    }
    return json;
  }

  /// What the relay accepted is called so in front of scripts.
  static String stage(EntryView.Stage stage) {
    return stage == EntryView.Stage.SENT ? "accepted" : lower(stage);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static String text(EntryView entry, Map<Integer, String> saved) {
    var text = new StringBuilder();
    if (entry.kind() == EntryView.Kind.MESSAGE || entry.kind() == EntryView.Kind.DELETED) {
      text.append(Messages.brief(entry.id())).append("  ");
    }
    text.append(entry.sentAt())
        .append("  ")
        .append(PlainText.safe(entry.authorName()))
        .append(": ");
    text.append(entry.quote() == null ? "" : "(about a status) ");
    text.append(DescribeMarks.head(entry.marks()));
    text.append(
        entry.kind() == EntryView.Kind.MESSAGE
            ? said(entry)
            : "(" + lower(entry.kind()) + ") " + PlainText.block(entry.body()));
    if (entry.outgoing() && entry.progress().stage() != EntryView.Stage.NONE) {
      text.append("  [").append(stage(entry.progress().stage())).append(']');
    }
    entry.attachments().forEach(attachment -> text.append(text(attachment, saved)));
    text.append(DescribeText.line(entry.text()));
    text.append(DescribeMarks.text(entry.marks()));
    return text.toString();
  }

  private static String said(EntryView entry) {
    var card = entry.card();
    return card == null
        ? PlainText.block(MarkedText.written(entry.body(), entry.text().ranges()))
        : DescribeCards.text(card);
  }

  private static String text(AttachmentView attachment, Map<Integer, String> saved) {
    var where = saved.get(attachment.index());
    return "\n  [%s] %s, %d bytes%s%s"
        .formatted(
            lower(attachment.kind()),
            PlainText.safe(attachment.fileName()),
            attachment.bytes(),
            isLost(attachment) ? " (" + lower(attachment.state()) + ")" : "",
            where == null ? "" : " -> " + PlainText.safe(where));
  }

  private static boolean isLost(AttachmentView attachment) {
    return attachment.state() == AttachmentView.State.FAILED
        || attachment.state() == AttachmentView.State.CANCELLED;
  }

  static Line simple(String field, String value) {
    return new Line(Map.of(field, value), value);
  }

  static List<Line> lines(List<ContactView> contacts) {
    return contacts.stream().map(Describe::contact).toList();
  }
}
