package org.juntos.ui.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.DurationWords;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.ui.card.CardWords;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Sizes;
import org.juntos.ui.control.Tick;
import org.juntos.ui.control.Times;

/// Says an entry in words: for screen readers, and the times on demand.
final class Sentence {
  private static final int LONGEST = 2000;

  private final Times times;

  Sentence(Times times) {
    this.times = times;
  }

  /// "Ana, 10:42, delivered: see you at eight".
  String of(EntryView entry) {
    var state = Tick.name(entry.progress().stage());
    var who = entry.outgoing() ? "You" : SafeText.name(entry.authorName());
    var head = who + ", " + times.clock(entry.sentAt()) + (state.isEmpty() ? "" : ", " + state);
    var failure = entry.progress().failure();
    var why = failure == null ? "" : " (" + failure.sentence() + ")";
    return head + why + ": " + marked(entry);
  }

  private static String marked(EntryView entry) {
    if (entry.kind() == EntryView.Kind.DELETED) {
      return "message deleted";
    }
    var quote = entry.marks().quote();
    var parts = new ArrayList<String>();
    if (quote != null) {
      parts.add(QuoteBlock.words(quote));
    }
    var handled = entry.marks().handled();
    if (handled.forwarded()) {
      parts.add("forwarded");
    }
    if (entry.text().namesReader() && !entry.outgoing()) {
      parts.add("names you");
    }
    if (handled.pinned()) {
      parts.add("pinned");
    }
    if (handled.starred()) {
      parts.add("starred");
    }
    parts.add(said(entry) + (entry.marks().edited() ? " (edited)" : ""));
    if (entry.fate() != null) {
      parts.add("vanishes");
    }
    entry
        .marks()
        .reactions()
        .forEach(one -> parts.add(one.emoji() + " by " + ReactionChips.who(one)));
    return String.join(". ", parts);
  }

  /// What a notice says.
  String notice(EntryView entry, String name) {
    return switch (entry.kind()) {
      case MESSAGE, DELETED -> said(entry);
      case IDENTITY_CHANGED ->
          "The safety number with " + name + " changed. Compare it before you go on.";
      case GAP -> missing(entry.body());
      case GROUP_CHANGED, TIMER_CHANGED -> SafeText.line(entry.body(), LONGEST);
      case RESTORED -> restored(entry, name);
      case CONTACT_ACCEPTED ->
          entry.outgoing()
              ? "You accepted " + name + ". Say hello."
              : name + " accepted. You can talk now.";
    };
  }

  /// "Sent 10:42 · Delivered 10:43 · Seen 10:50", one a line.
  String times(EntryView entry) {
    var lines = new ArrayList<String>();
    lines.add("Written " + times.full(entry.sentAt()));
    var progress = entry.progress();
    var accepted = progress.acceptedAt();
    var delivered = progress.deliveredAt();
    var seen = progress.seenAt();
    if (accepted != null) {
      lines.add("Sent " + times.full(accepted));
    }
    if (delivered != null) {
      lines.add("Delivered " + times.full(delivered));
    }
    if (seen != null) {
      lines.add("Seen " + times.full(seen));
    }
    if (progress.stage() == EntryView.Stage.WAITING) {
      lines.add("Waiting to be sent");
    }
    if (entry.fate() != null) {
      lines.add(vanishes(entry, entry.fate()));
    }
    return String.join("\n", lines);
  }

  private String vanishes(EntryView entry, EntryView.Fate fate) {
    var until = fate.until();
    if (until != null) {
      return "Vanishes " + times.full(until);
    }
    return "Vanishes "
        + DurationWords.of(fate.after())
        + (entry.outgoing() ? " after it has left" : " after it was seen");
  }

  /// "Ana: seen 10:50".
  String progress(MemberProgress one) {
    var name = one.name().isBlank() ? "Somebody" : SafeText.name(one.name());
    var seen = one.seenAt();
    var delivered = one.deliveredAt();
    if (seen != null) {
      return name + ": seen " + times.full(seen);
    }
    return name + (delivered == null ? ": not there yet" : ": delivered " + times.full(delivered));
  }

  /// "Ana deleted this message".
  String deleted(EntryView entry, boolean group) {
    if (entry.outgoing()) {
      return "You deleted this message";
    }
    return group
        ? Said.whose(false, entry.authorName()) + " deleted this message"
        : "Message deleted";
  }

  private String restored(EntryView entry, String name) {
    var backup =
        entry.body().isEmpty()
            ? "a backup"
            : "a backup (" + times.full(Instant.parse(entry.body())) + ")";
    return entry.outgoing()
        ? "You put back " + backup + ". What came after it is missing here."
        : name
            + " put back "
            + backup
            + ". What you wrote to each other after it may be missing there.";
  }

  private static String missing(String number) {
    return number.equals("1")
        ? "1 message is missing here."
        : number + " messages are missing here.";
  }

  private static String said(EntryView entry) {
    var parts = new ArrayList<String>();
    if (entry.marks().sticker() != null) {
      parts.add("sticker " + Said.of(entry));
    }
    entry.attachments().forEach(attachment -> parts.add(said(attachment)));
    var card = entry.card();
    if (card != null) {
      parts.add(CardWords.of(card));
    } else if (!entry.body().isEmpty()) {
      parts.add(SafeText.line(entry.veiled(), LONGEST));
    }
    var preview = entry.text().preview();
    if (preview != null) {
      parts.add(PreviewBlock.words(preview));
    }
    return String.join(", ", parts);
  }

  private static String said(AttachmentView attachment) {
    var kind =
        switch (attachment.kind()) {
          case IMAGE -> "photo";
          case VIDEO -> "video";
          case AUDIO -> "audio";
          case VOICE -> Said.voice(attachment).toLowerCase(Locale.ROOT);
          case FILE -> "file";
        };
    var name = attachment.kind() == Attachment.Kind.VOICE ? "" : " " + attachment.fileName();
    var preparing = attachment.state() == AttachmentView.State.PREPARING ? ", preparing" : "";
    return kind + name + ", " + Sizes.bytes(attachment.bytes()) + preparing;
  }
}
