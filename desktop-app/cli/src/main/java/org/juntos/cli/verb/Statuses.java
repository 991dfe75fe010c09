package org.juntos.cli.verb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.StatusBackground;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.wire.AccountId;

/// Finds statuses, and puts them into lines.
final class Statuses {
  private static final int SHORTEST_PREFIX = 4;
  private static final Duration LIFE = Duration.ofHours(24);

  private Statuses() {}

  /// A status with the name of who posted it.
  record Found(StatusView status, String name, boolean mine, boolean muted) {}

  static List<Found> all(StatusesView view) {
    var all = new ArrayList<Found>();
    view.mine().forEach(status -> all.add(new Found(status, "", true, false)));
    for (var author : view.others()) {
      for (var status : author.statuses()) {
        all.add(new Found(status, author.name(), false, author.muted()));
      }
    }
    return all;
  }

  /// @param wanted an id, or the unambiguous beginning of one
  static Found find(Desk desk, String wanted) throws Refusal {
    var found =
        all(desk.models().statuses().value()).stream()
            .filter(one -> one.status().id().toString().startsWith(wanted))
            .toList();
    if (found.isEmpty() || wanted.length() < SHORTEST_PREFIX) {
      throw Refusal.of(
          "status-unknown",
          "There is no status " + wanted + ", or it is over.",
          "The command status list lists them.");
    }
    if (found.size() > 1) {
      throw Refusal.of(
          "status-ambiguous",
          found.size() + " statuses begin with " + wanted + ".",
          "Give more of the id.");
    }
    return found.getFirst();
  }

  /// The status as models show it once it is as `expected`, or as it is when the time is over; null
  /// when it is not there any more.
  static @Nullable Found await(
      Desk desk, MessageId id, Predicate<StatusView> expected, Deadline deadline)
      throws InterruptedException {
    try (var changes = new Arrivals<StatusesView>(desk.models().statuses()::watch)) {
      var view = changes.next(deadline);
      while (view != null) {
        var found = in(view, id);
        if (found != null && expected.test(found.status())) {
          return found;
        }
        view = changes.next(deadline);
      }
    }
    return in(desk.models().statuses().value(), id);
  }

  private static @Nullable Found in(StatusesView view, MessageId id) {
    return all(view).stream().filter(one -> one.status().id().equals(id)).findFirst().orElse(null);
  }

  /// @param words `contacts`, or who is to see them
  static StatusAudience audience(Desk desk, List<String> words) throws Refusal {
    if (words.equals(List.of("contacts"))) {
      return StatusAudience.CONTACTS;
    }
    var accounts = new ArrayList<AccountId>();
    for (var word : words) {
      accounts.add(Contacts.find(desk, word).account());
    }
    return StatusAudience.only(accounts);
  }

  static int background(String name) throws Refusal {
    for (var background : StatusBackground.values()) {
      if (Describe.lower(background).equals(name)) {
        return background.number();
      }
    }
    throw Refusal.of(
        "usage",
        "There is no background " + name + ".",
        "Take one of "
            + String.join(", ", Stream.of(StatusBackground.values()).map(Describe::lower).toList())
            + ".");
  }

  static Line line(Found found) {
    return new Line(json(found), text(found));
  }

  static Map<String, Object> json(Found found) {
    var status = found.status();
    boolean posted = status.postedAt().isAfter(Instant.EPOCH);
    var json = new LinkedHashMap<String, Object>();
    json.put("id", status.id().toString());
    json.put("author", status.author().toString());
    json.put("authorName", found.mine() ? null : found.name());
    json.put("mine", found.mine());
    json.put("kind", Describe.lower(status.kind()));
    json.put("text", status.text());
    json.put(
        "background",
        status.kind() == StatusContent.Kind.TEXT
            ? Describe.lower(StatusBackground.of(status.background()))
            : null);
    json.put("mediaType", status.mediaType().isEmpty() ? null : status.mediaType());
    json.put("bytes", status.bytes());
    json.put("width", status.preview().width());
    json.put("height", status.preview().height());
    json.put("durationMs", status.preview().durationMillis());
    json.put("state", Describe.lower(status.state()));
    json.put("postedAt", posted ? status.postedAt().toString() : null);
    json.put("until", posted ? status.postedAt().plus(LIFE).toString() : null);
    json.put("viewed", status.viewed());
    json.put("muted", found.muted());
    if (found.mine()) {
      json.put("audience", status.viewers().stream().map(Statuses::viewer).toList());
    }
    var failure = status.failure();
    if (failure != null) {
      json.put("failure", Map.of("code", failure.code(), "message", failure.sentence()));
    }
    return json;
  }

  private static Map<String, Object> viewer(StatusView.Viewer viewer) {
    var seenAt = viewer.seenAt();
    var json = new LinkedHashMap<String, Object>();
    json.put("account", viewer.account().toString());
    json.put("name", viewer.name());
    json.put("seenAt", seenAt == null ? null : seenAt.toString());
    return json;
  }

  private static String text(Found found) {
    var status = found.status();
    var failure = status.failure();
    var seen =
        found.mine() && !status.viewers().isEmpty()
            ? "  seen by " + status.seenBy() + " of " + status.viewers().size()
            : "";
    return "%s  %s  %-5s  %-7s  %s%s%s"
        .formatted(
            status.id(),
            status.postedAt().isAfter(Instant.EPOCH) ? status.postedAt() : "not posted yet",
            Describe.lower(status.kind()),
            Describe.lower(status.state()),
            (found.mine() ? "(you)" : PlainText.safe(found.name()))
                + (found.muted() ? " (muted)" : ""),
            status.text().isEmpty() ? "" : ": " + PlainText.block(status.text()),
            seen + (failure == null ? "" : "  (" + failure.sentence() + ")"));
  }

  static Line audienceLine(Desk desk, StatusAudience audience, boolean receipts) {
    var names = new ArrayList<String>();
    for (var account : audience.accounts()) {
      names.add(
          desk.models().contacts().value().stream()
              .filter(contact -> contact.account().equals(account))
              .map(contact -> contact.name())
              .findFirst()
              .orElse(account.toString()));
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("audience", audience.selected() ? "only" : "contacts");
    json.put("accounts", audience.accounts().stream().map(AccountId::toString).toList());
    json.put("names", names);
    json.put("receipts", receipts);
    var who =
        audience.selected() ? "only " + PlainText.safe(String.join(", ", names)) : "all contacts";
    return new Line(json, who + (receipts ? "" : "\nwho posts does not learn that you saw it"));
  }
}
