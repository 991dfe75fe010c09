package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// What was done to a message, and what it replies to.
///
/// @param reactions the emoji that came first, first
/// @param edited whether it says something else now than at first
/// @param quote null when it replies to no message
/// @param unsent why something that the person did to it does not leave; null when all does
/// @param handled how it was sent, and what is kept in mind of it
/// @param card what it is in place of text and files; null when it is not
/// @param sticker all that it says; null when it is none
public record MarksView(
    List<ReactionView> reactions,
    boolean edited,
    @Nullable QuoteView quote,
    EntryView.@Nullable Failure unsent,
    HandledView handled,
    @Nullable CardView card,
    @Nullable StickerView sticker) {
  /// Nothing.
  public static final MarksView NONE = new MarksView(List.of(), false, null, null);

  public MarksView(
      List<ReactionView> reactions,
      boolean edited,
      @Nullable QuoteView quote,
      EntryView.@Nullable Failure unsent,
      HandledView handled,
      @Nullable CardView card,
      @Nullable StickerView sticker) {
    this.sticker = sticker;
    this.reactions = List.copyOf(reactions);
    this.edited = edited;
    this.quote = quote;
    this.unsent = unsent;
    this.handled = handled;
    this.card = card;
  }

  /// Of a message that is text or files.
  public MarksView(
      List<ReactionView> reactions,
      boolean edited,
      @Nullable QuoteView quote,
      EntryView.@Nullable Failure unsent,
      HandledView handled) {
    this(reactions, edited, quote, unsent, handled, null, null);
  }

  /// Of a message that was sent like any other.
  public MarksView(
      List<ReactionView> reactions,
      boolean edited,
      @Nullable QuoteView quote,
      EntryView.@Nullable Failure unsent) {
    this(reactions, edited, quote, unsent, HandledView.NOT);
  }

  /// The same, kept in mind in this way.
  public MarksView with(HandledView now) {
    return new MarksView(reactions, edited, quote, unsent, now, card, sticker);
  }

  /// The same of a card.
  public MarksView with(CardView shown) {
    return new MarksView(reactions, edited, quote, unsent, handled, shown, null);
  }

  /// The same of a sticker.
  public MarksView with(StickerView shown) {
    return new MarksView(reactions, edited, quote, unsent, handled, null, shown);
  }

  /// The person's own reaction; empty when there is none.
  public String own() {
    return reactions.stream()
        .filter(ReactionView::own)
        .map(ReactionView::emoji)
        .findFirst()
        .orElse("");
  }

  /// @param own whether the person is among them
  /// @param people in the order in which they reacted
  public record ReactionView(String emoji, boolean own, List<Reacting> people) {
    public ReactionView {
      people = List.copyOf(people);
    }
  }

  /// Who reacted.
  ///
  /// @param own whether it is the person
  /// @param at their clock
  public record Reacting(AccountId account, String name, boolean own, Instant at) {}

  /// What a message replies to.
  ///
  /// @param own whether the person wrote it
  /// @param text the beginning of it: as it is here, else as the reply has it; plain text
  /// @param files what its files are, in their order, as far as that is known
  public record QuoteView(
      MessageId message,
      AccountId author,
      String authorName,
      boolean own,
      String text,
      List<Attachment.Kind> files,
      State state) {
    public QuoteView {
      files = List.copyOf(files);
    }
  }

  /// Where the message is that is replied to.
  public enum State {
    HERE,
    /// Not in this history.
    ELSEWHERE,
    DELETED
  }
}
