package org.juntos.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.StatusQuote;
import org.juntos.engine.model.TextView;
import org.juntos.engine.model.TimelineView;
import org.juntos.wire.AccountId;

/// Writes a conversation, entry by entry.
final class Story {
  /// The moment at which every screen of the gallery is seen.
  static final Instant NOW = Instant.parse("2026-03-12T10:44:00Z");

  private final ContactView with;
  private final List<EntryView> entries = new ArrayList<>();
  private Instant at;
  private long unreadAfter = Long.MAX_VALUE;

  private Story(ContactView with, Instant start) {
    this.with = with;
    at = start;
  }

  static Story with(ContactView contact) {
    return new Story(contact, Instant.parse("2026-03-11T18:20:00Z"));
  }

  Story later(Duration by) {
    at = at.plus(by);
    return this;
  }

  Story at(String instant) {
    at = Instant.parse(instant);
    return this;
  }

  Story says(String body) {
    return add(false, EntryView.Kind.MESSAGE, body, Stage.NONE, null, List.of());
  }

  /// Somebody in a group.
  Story saysAs(String name, String body) {
    says(body);
    var entry = entries.removeLast();
    entries.add(by(People.account(name), name, entry));
    return this;
  }

  private static EntryView by(AccountId author, String name, EntryView entry) {
    return new EntryView(
        entry.row(),
        entry.id(),
        author,
        name,
        false,
        entry.kind(),
        entry.body(),
        entry.sentAt(),
        entry.progress(),
        entry.attachments());
  }

  Story changed(String sentence) {
    return notice(EntryView.Kind.GROUP_CHANGED, sentence);
  }

  Story own(Stage stage, String body) {
    return add(true, EntryView.Kind.MESSAGE, body, stage, null, List.of());
  }

  Story failed(String body, String why, Sample... attachments) {
    var failure = new EntryView.Failure("failed", why);
    return add(true, EntryView.Kind.MESSAGE, body, Stage.FAILED, failure, List.of(attachments));
  }

  Story waits(String body, String why) {
    var reason = new EntryView.Failure("waits", why);
    return add(true, EntryView.Kind.MESSAGE, body, Stage.WAITING, reason, List.of());
  }

  Story sends(String body, Sample... attachments) {
    return add(false, EntryView.Kind.MESSAGE, body, Stage.NONE, null, List.of(attachments));
  }

  Story ownFiles(Stage stage, String body, Sample... attachments) {
    return add(true, EntryView.Kind.MESSAGE, body, stage, null, List.of(attachments));
  }

  Story notice(EntryView.Kind kind, String body) {
    return add(false, kind, body, Stage.NONE, null, List.of());
  }

  Story unreadFromHere() {
    unreadAfter = entries.size();
    return this;
  }

  /// What was said last replies to a status.
  Story about(StatusQuote quote) {
    var said = entries.removeLast();
    entries.add(
        new EntryView(
            said.row(),
            said.id(),
            said.author(),
            said.authorName(),
            said.outgoing(),
            said.kind(),
            said.body(),
            said.sentAt(),
            said.progress(),
            said.attachments(),
            quote,
            said.marks(),
            said.fate(),
            said.text()));
    return this;
  }

  /// Something was done to what was said last.
  Story marked(MarksView marks) {
    entries.add(entries.removeLast().with(marks));
    return this;
  }

  /// More is said of the text of what was said last.
  Story saying(TextView text) {
    entries.add(entries.removeLast().saying(text));
    return this;
  }

  /// What was said last vanishes.
  Story vanishing(Duration after, @Nullable Instant until) {
    entries.add(entries.removeLast().vanishing(new EntryView.Fate(after, until)));
    return this;
  }

  TimelineView view() {
    return new TimelineView(entries, false, false, unreadAfter);
  }

  @Nullable EntryView last() {
    return entries.isEmpty() ? null : entries.getLast();
  }

  Instant lastAt() {
    return at;
  }

  private Story add(
      boolean own,
      EntryView.Kind kind,
      String body,
      Stage stage,
      EntryView.@Nullable Failure failure,
      List<Sample> samples) {
    var row = entries.size() + 1L;
    var id = new MessageId(new UUID(with.account().value().getMostSignificantBits(), row));
    var attachments = new ArrayList<AttachmentView>();
    samples.forEach(sample -> attachments.add(sample.view(id, attachments.size())));
    entries.add(
        new EntryView(
            row,
            id,
            own ? People.SELF : with.account(),
            own ? "You" : with.name(),
            own,
            kind,
            body,
            at,
            progress(stage, failure),
            attachments));
    at = at.plusSeconds(40);
    return this;
  }

  private EntryView.Progress progress(Stage stage, EntryView.@Nullable Failure failure) {
    return new EntryView.Progress(
        stage,
        stage.compareTo(Stage.SENT) >= 0 ? at.plusSeconds(1) : null,
        stage == Stage.DELIVERED || stage == Stage.SEEN ? at.plusSeconds(2) : null,
        stage == Stage.SEEN ? at.plusSeconds(60) : null,
        failure);
  }
}
