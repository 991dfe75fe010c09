package org.juntos.ui.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StickerView;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.control.Times;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Short ways to write down values of the engine.
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
  public static final Times TIMES = new Times(() -> NOON, ZoneOffset.UTC, Locale.UK);
  public static final AccountId SELF = account("self");
  public static final ContactView ANA = contact("Ana");
  public static final SessionView READY =
      new SessionView.Ready(SELF, 1, "Mara", "https://relay.example.org", "juntos://contact/x");

  private Samples() {}

  public static AccountId account(String name) {
    return new AccountId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  public static ContactView contact(String name) {
    return contact(name, Standing.ACCEPTED);
  }

  public static ContactView contact(String name, Standing standing) {
    var account = account(name);
    var conversation = ConversationId.ofTwo(SELF, account);
    return new ContactView(
        account,
        conversation,
        name,
        standing,
        false,
        false,
        new SafetyDigits(account.bytes(), () -> "1".repeat(60)),
        "relay.example.org");
  }

  public static ConversationView conversation(ContactView with, int unread) {
    return new ConversationView(with.conversation(), with, unread, NOON, null);
  }

  public static MessageId message(long row) {
    return new MessageId(new UUID(7, row));
  }

  public static EntryView theirs(long row, Instant at, String body) {
    return entry(row, false, at, body, EntryView.Stage.NONE);
  }

  public static EntryView own(long row, Instant at, String body, EntryView.Stage stage) {
    return entry(row, true, at, body, stage);
  }

  /// A message of 1000 thousandths, some of which are prepared.
  public static EntryView preparing(long row, Instant at, Attachment.Kind kind, long done) {
    var file =
        new AttachmentView(
            message(row),
            0,
            kind,
            "ferry.mov",
            false,
            "video/mp4",
            18_000_000,
            Attachment.Preview.NONE,
            AttachmentView.State.PREPARING,
            done,
            1000);
    return entry(row, true, at, "", EntryView.Stage.WAITING, List.of(file));
  }

  /// Somebody's voice message.
  public static EntryView voice(long row, boolean own, boolean played) {
    var preview = new Attachment.Preview(0, 0, 12_400, "", Bytes.EMPTY, Bytes.EMPTY);
    var file =
        new AttachmentView(
            message(row),
            0,
            Attachment.Kind.VOICE,
            "Voice message.ogg",
            false,
            "audio/ogg",
            9_000,
            preview,
            AttachmentView.State.HERE,
            0,
            0);
    var marks = MarksView.NONE.with(new HandledView(false, false, false, false, played));
    return entry(row, own, NOON, "", EntryView.Stage.NONE, List.of(file)).with(marks);
  }

  /// Somebody's photos.
  public static EntryView album(long row, AttachmentView.State... states) {
    var photos = new ArrayList<AttachmentView>();
    for (var state : states) {
      photos.add(
          new AttachmentView(
              message(row),
              photos.size(),
              Attachment.Kind.IMAGE,
              "ferry.jpg",
              false,
              "image/jpeg",
              9_000,
              Attachment.Preview.NONE,
              state,
              0,
              0));
    }
    return entry(row, false, NOON, "", EntryView.Stage.NONE, photos);
  }

  /// Somebody's sticker.
  public static EntryView sticker(long row) {
    var sticker =
        new StickerView(
            Bytes.of(new byte[32]),
            0,
            "👋",
            "A drop waves",
            Bytes.of(new byte[9]),
            "image/png",
            true);
    return theirs(row, NOON, "").with(MarksView.NONE.with(sticker));
  }

  /// A notice that messages are missing.
  public static EntryView gap(long row, int id, String missing) {
    return new EntryView(
        row,
        message(id),
        ANA.account(),
        "Ana",
        false,
        EntryView.Kind.GAP,
        missing,
        NOON,
        new EntryView.Progress(EntryView.Stage.NONE, null, null, null, null),
        List.of());
  }

  public static TimelineView timeline(long unreadAfter, EntryView... entries) {
    return new TimelineView(List.of(entries), false, false, unreadAfter);
  }

  private static EntryView entry(
      long row, boolean own, Instant at, String body, EntryView.Stage stage) {
    return entry(row, own, at, body, stage, List.of());
  }

  private static EntryView entry(
      long row,
      boolean own,
      Instant at,
      String body,
      EntryView.Stage stage,
      List<AttachmentView> attachments) {
    return new EntryView(
        row,
        message(row),
        own ? SELF : ANA.account(),
        own ? "Mara" : "Ana",
        own,
        EntryView.Kind.MESSAGE,
        body,
        at,
        new EntryView.Progress(stage, null, null, null, null),
        attachments);
  }
}
