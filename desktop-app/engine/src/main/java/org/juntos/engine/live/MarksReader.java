package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.Quote;
import org.juntos.content.Sticker;
import org.juntos.engine.conversation.Excerpts;
import org.juntos.engine.device.Self;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.StickerView;
import org.juntos.engine.model.VersionView;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.Handled;
import org.juntos.store.history.MessageChanges;
import org.juntos.store.history.StoredChange;
import org.juntos.wire.AccountId;

/// Makes views of what was done to messages.
record MarksReader(Self self, GroupReader names, CardReader cards, TextReader texts) {
  MarksView marks(Transaction txn, Entry entry) {
    var marks = entry.marks();
    if (marks.equals(Entry.Marks.NONE)) {
      return MarksView.NONE;
    }
    var unsent = marks.unsent();
    return new MarksView(
        reactions(txn, marks.reactions()),
        marks.edited(),
        marks.quote() == null ? null : quote(txn, entry, marks.quote()),
        unsent.isEmpty() ? null : new EntryView.Failure(unsent, Problems.failureSentence(unsent)),
        handled(marks.handled()),
        marks.card() == null ? null : cards.view(txn, entry, marks.card()),
        marks.sticker() == null ? null : sticker(marks.sticker()));
  }

  private static StickerView sticker(Sticker sticker) {
    return new StickerView(
        sticker.pack().id(),
        sticker.number(),
        sticker.emoji(),
        sticker.label(),
        sticker.image(),
        sticker.mediaType(),
        sticker.pack().isSomewhere());
  }

  private static HandledView handled(Handled handled) {
    var manner = handled.manner();
    return handled.equals(Handled.NOT)
        ? HandledView.NOT
        : new HandledView(
            manner.forwarded(),
            manner.silent(),
            handled.starred(),
            handled.pinned(),
            handled.played());
  }

  private List<MarksView.ReactionView> reactions(
      Transaction txn, List<Entry.Marks.Reaction> reactions) {
    var byEmoji = new LinkedHashMap<String, List<MarksView.Reacting>>();
    for (var one : reactions) {
      byEmoji.computeIfAbsent(one.emoji(), _ -> new ArrayList<>()).add(reacting(txn, one));
    }
    return byEmoji.entrySet().stream()
        .map(each ->
            new MarksView.ReactionView(
                each.getKey(),
                each.getValue().stream().anyMatch(MarksView.Reacting::own),
                each.getValue()))
        .toList();
  }

  private MarksView.Reacting reacting(Transaction txn, Entry.Marks.Reaction one) {
    var own = one.account().equals(self.account());
    return new MarksView.Reacting(one.account(), names.name(txn, one.account()), own, one.at());
  }

  /// The copy that is here counts: whoever quotes could make it say anything.
  private MarksView.QuoteView quote(Transaction txn, Entry from, Quote quote) {
    var name = quote.message();
    var original = txn.history().find(name.id(), name.author());
    if (original == null || !original.conversation().equals(from.conversation())) {
      return quote(txn, quote, quote.excerpt(), quote.files(), MarksView.State.ELSEWHERE);
    }
    if (original.kind() != Entry.Kind.MESSAGE) {
      return quote(txn, quote, "", List.of(), MarksView.State.DELETED);
    }
    return quote(
        txn,
        quote,
        Excerpts.of(original, texts.shown(txn, original).veiled()),
        kinds(original),
        MarksView.State.HERE);
  }

  static List<Attachment.Kind> kinds(Entry entry) {
    return entry.attachments().stream().map(file -> file.attachment().kind()).toList();
  }

  private MarksView.QuoteView quote(
      Transaction txn,
      Quote quote,
      String text,
      List<Attachment.Kind> files,
      MarksView.State state) {
    AccountId author = quote.message().author();
    return new MarksView.QuoteView(
        quote.message().id(),
        author,
        names.name(txn, author),
        author.equals(self.account()),
        text,
        files,
        state);
  }

  List<VersionView> versions(Transaction txn, Entry entry) {
    return entry.kind() != Entry.Kind.MESSAGE
        ? List.of()
        : txn.messageChanges().versions(entry).stream()
            .map(version -> version(txn, entry, version))
            .toList();
  }

  private VersionView version(Transaction txn, Entry entry, MessageChanges.Version version) {
    var shown = texts.shown(txn, entry.conversation(), version.body(), version.ranges());
    return new VersionView(shown.body(), version.at(), shown.ranges());
  }

  /// Those that can be seen, `limit` or some more.
  List<ChangeView> changes(Transaction txn, long after, int limit) {
    var views = new ArrayList<ChangeView>();
    var page = txn.messageChanges().since(after, limit);
    while (!page.isEmpty() && views.size() < limit) {
      page.stream()
          .filter(change -> isSeen(txn, change))
          .map(change -> view(txn, change))
          .forEach(views::add);
      page = txn.messageChanges().since(page.getLast().number(), limit);
    }
    return views;
  }

  /// Null when it cannot be seen.
  @Nullable ChangeView change(Transaction txn, long number) {
    return txn.messageChanges().since(number - 1, 1).stream()
        .filter(change -> change.number() == number && isSeen(txn, change))
        .map(change -> view(txn, change))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSeen(Transaction txn, StoredChange change) {
    var name = change.message();
    var entry = txn.history().find(name.id(), name.author());
    return entry != null
        && entry.conversation().equals(change.conversation())
        && (change.newest() || change.kind() == StoredChange.Kind.DELETION)
        && (change.kind() != StoredChange.Kind.VOTE || CardReader.isOpenVote(entry));
  }

  private ChangeView view(Transaction txn, StoredChange change) {
    var actor = change.actor().account();
    return new ChangeView(
        change.number(),
        change.conversation(),
        change.message().id(),
        actor,
        names.name(txn, actor),
        actor.equals(self.account()),
        kind(change.kind()),
        text(txn, change),
        change.at());
  }

  private String text(Transaction txn, StoredChange change) {
    return switch (change.kind()) {
      case DELETION, CLOSE -> "";
      case VOTE -> CardReader.chosen(txn, change);
      case EDIT -> texts.shown(txn, change.conversation(), change.text(), change.ranges()).body();
      case REACTION, PIN, FORGOTTEN -> change.text();
    };
  }

  private static ChangeView.Kind kind(StoredChange.Kind kind) {
    return switch (kind) {
      case REACTION -> ChangeView.Kind.REACTION;
      case EDIT -> ChangeView.Kind.EDIT;
      case DELETION -> ChangeView.Kind.DELETION;
      case PIN -> ChangeView.Kind.PIN;
      case VOTE -> ChangeView.Kind.VOTE;
      case CLOSE -> ChangeView.Kind.CLOSE;
      case FORGOTTEN -> throw new IllegalStateException("nothing is seen of it");
    };
  }
}
