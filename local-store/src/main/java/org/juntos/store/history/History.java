package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.Card;
import org.juntos.content.ConversationId;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Conversations and their entries, laid out so that a page of 50 touches few pages.
public interface History {
  /// So often a message is sent again for its reader at most.
  int MOST_RESENT = 3;

  /// Makes the conversation with `peer` if there is none.
  void open(ConversationId conversation, AccountId peer, Instant now);

  /// Makes the conversation of a group if there is none.
  void openGroup(ConversationId conversation, Instant now);

  /// Latest activity first.
  List<Summary> conversations();

  @Nullable Summary conversation(ConversationId conversation);

  /// Adds an entry at the end and returns its row; 0 when the person has removed that message
  /// before, and nothing is added.
  long append(NewEntry entry);

  /// Adds an entry at a row that is kept for it, as [#arrived] or [#gap] said; at the end when that
  /// is 0.
  void append(NewEntry entry, long row);

  /// Says that messages of an author are missing, and keeps places for them: the notice goes as
  /// they come.
  ///
  /// @return the row of the message before which they are missing
  long gap(ConversationId conversation, DeviceAddress author, long missing, Instant now);

  /// Entries that came later than those around them, by row: the row that they would have had at
  /// the end, if that is greater than `after`.
  Map<Long, Long> late(ConversationId conversation, long after);

  /// Whether the person has read the entry at `row`.
  boolean isRead(ConversationId conversation, long row);

  /// Up to `limit` entries before row `before` (exclusive; Long.MAX_VALUE: from the newest), oldest
  /// first.
  List<Entry> before(ConversationId conversation, long before, int limit);

  /// Up to `limit` entries after row `after` (exclusive), oldest first.
  List<Entry> after(ConversationId conversation, long after, int limit);

  @Nullable Entry find(MessageId id);

  /// The entry of that author with that id: receipts and repeats are matched by both.
  @Nullable Entry find(MessageId id, AccountId author);

  /// Fills in what is not known yet; never takes a step back.
  void markAccepted(MessageId id, Instant at);

  void markDelivered(MessageId id, Instant at);

  /// Seen implies delivered.
  void markSeen(MessageId id, Instant at);

  /// More is known of how far an outgoing message has come than its times say.
  void changed(MessageId id);

  /// Sets or, with an empty code, clears the failure.
  void markFailed(MessageId id, String code);

  /// The person has read up to `row`, late ones among it; never goes back. Returns ids of incoming
  /// messages that became read, oldest first.
  List<MessageId> readUpTo(ConversationId conversation, long row);

  /// The next sequence number for messages from this device to `recipient` in `conversation`; never
  /// given twice.
  long nextSequence(ConversationId conversation, AccountId recipient);

  /// The number that was given last; the one before the first if none was.
  long lastSequence(ConversationId conversation, AccountId recipient);

  /// The highest number of each author before which none of a device of theirs is missing; nobody
  /// of whom nothing came. Of several devices the one that is farthest counts.
  Map<AccountId, Long> inStep(ConversationId conversation);

  /// The number before the first that this device gives in the present epoch.
  long sequenceBase();

  /// Writes down which number an outgoing message got.
  void number(MessageId id, long sequence);

  /// This device is new to an account: its numbers begin where none of its predecessors can have
  /// been.
  void beginCounting(Instant now);

  /// The highest number that came from each device of an author.
  Map<Integer, Long> counted(ConversationId conversation, AccountId author);

  /// What an author's device has said up to `highest` was said to others; unless something of it
  /// came here already.
  void countFrom(ConversationId conversation, DeviceAddress author, long highest);

  /// An author's device counts on from `base`: what is skipped is not missing.
  ///
  /// @return false when that is known already
  boolean restarted(ConversationId conversation, DeviceAddress author, long base);

  /// An author is met under another identity key, and counts anew; under a key that they had
  /// before, they go on counting where they were.
  void switchSequences(ConversationId conversation, AccountId author, Bytes from, Bytes to);

  /// Notes that an outgoing message is sent again because its reader asked for it.
  ///
  /// @return false when that was done [#MOST_RESENT] times
  boolean resend(MessageId id);

  /// What an author said under a number is deleted and will not come: it is not missing any more.
  ///
  /// @return the row that was kept for it, 0 for the end; -1 when it was not missing
  long forgo(ConversationId conversation, DeviceAddress author, long sequence);

  /// Notes an incoming sequence number and says how it fits.
  SequenceResult arrived(ConversationId conversation, DeviceAddress author, long sequence);

  /// @param missing how many were skipped just before this one; 0 when in step
  /// @param repeated whether this number came before
  /// @param restarted whether it is the first of a new epoch: the author has put back a snapshot
  /// @param row kept for a message that comes late; 0 for the end
  record SequenceResult(long missing, boolean repeated, boolean restarted, long row) {
    /// At the end.
    public SequenceResult(long missing, boolean repeated, boolean restarted) {
      this(missing, repeated, restarted, 0);
    }

    /// In the same epoch.
    public SequenceResult(long missing, boolean repeated) {
      this(missing, repeated, false);
    }
  }

  /// @param unread incoming messages after the read position
  /// @param readRow the read position; 0 when nothing was read
  /// @param last newest entry, null when there is none
  record Summary(
      ConversationId id,
      Party with,
      int unread,
      long readRow,
      Instant activeAt,
      @Nullable Entry last) {
    /// The account that it is with; null when it is a group.
    public @Nullable AccountId peer() {
      return with instanceof Party.Person(var account) ? account : null;
    }
  }

  /// An entry to be added, with attachments that are known so far.
  ///
  /// @param files names of the attachments' ciphertext files, in their order; empty when there are
  ///   no files yet: names are chosen then
  /// @param ranges what is said of parts of the body
  /// @param preview what a link in it leads to; null when that is not said
  /// @param card what it is in place of text and files, whose words are its body; null when it is
  ///   not
  record NewEntry(
      MessageId id,
      ConversationId conversation,
      DeviceAddress author,
      boolean outgoing,
      long sequence,
      Entry.Kind kind,
      String body,
      Instant sentAt,
      Instant storedAt,
      List<Attachment> attachments,
      List<String> files,
      TextRanges ranges,
      @Nullable LinkPreview preview,
      @Nullable Card card) {
    public NewEntry {
      attachments = List.copyOf(attachments);
      files = List.copyOf(files);
      if (!files.isEmpty() && files.size() != attachments.size()) {
        throw new IllegalArgumentException(
            files.size() + " files for " + attachments.size() + " attachments");
      }
    }

    /// The same with more said of its body.
    public NewEntry saying(TextRanges other, @Nullable LinkPreview shown) {
      return with(other, shown, card);
    }

    /// The same entry as this card.
    public NewEntry showing(@Nullable Card shown) {
      return with(ranges, preview, shown);
    }

    private NewEntry with(TextRanges said, @Nullable LinkPreview seen, @Nullable Card shown) {
      return new NewEntry(
          id,
          conversation,
          author,
          outgoing,
          sequence,
          kind,
          body,
          sentAt,
          storedAt,
          attachments,
          files,
          said,
          seen,
          shown);
    }

    /// An entry of plain text.
    public NewEntry(
        MessageId id,
        ConversationId conversation,
        DeviceAddress author,
        boolean outgoing,
        long sequence,
        Entry.Kind kind,
        String body,
        Instant sentAt,
        Instant storedAt,
        List<Attachment> attachments,
        List<String> files) {
      this(
          id,
          conversation,
          author,
          outgoing,
          sequence,
          kind,
          body,
          sentAt,
          storedAt,
          attachments,
          files,
          TextRanges.NONE,
          null,
          null);
    }

    /// An entry whose attachments have no files yet.
    public NewEntry(
        MessageId id,
        ConversationId conversation,
        DeviceAddress author,
        boolean outgoing,
        long sequence,
        Entry.Kind kind,
        String body,
        Instant sentAt,
        Instant storedAt,
        List<Attachment> attachments) {
      this(
          id,
          conversation,
          author,
          outgoing,
          sequence,
          kind,
          body,
          sentAt,
          storedAt,
          attachments,
          List.of());
    }
  }
}
