package org.juntos.content;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.juntos.wire.AccountId;

/// Something done to a message that is there. It takes a number of its sender's sequence, but no
/// row of the timeline.
///
/// @param message what is changed
/// @param revision from 1; of the changes of one kind that an account has made to a message, the
///   highest counts, and of two alike the one with the greater id; of pins, of those that all have
///   made
/// @param at the sender's clock, in whole milliseconds
public record MessageChange(MessageName message, int revision, Instant at, Deed deed)
    implements Content {
  /// For so long after a message was written its author may edit it, or delete it for everyone.
  public static final Duration WINDOW = Duration.ofHours(24);

  /// Clocks of an author's devices differ by so much: readers are not stricter than this.
  public static final Duration GRACE = Duration.ofHours(1);

  public MessageChange {
    at = WellFormed.time(at);
    if (revision < 1) {
      throw new IllegalArgumentException("revisions start at 1, not " + revision);
    }
    if (deed instanceof Deed.Pin && revision > Deed.Pin.MOST_REVISIONS) {
      throw new IllegalArgumentException("a pin has at most 1048576 revisions");
    }
  }

  /// Whether this may still be done to a message that was written at `sentAt`. All readers come to
  /// the same answer, whenever they read.
  public boolean isInTime(Instant sentAt) {
    boolean bounded = deed instanceof Deed.Edit || deed instanceof Deed.Deletion;
    return !bounded || !at.isAfter(sentAt.plus(WINDOW).plus(GRACE));
  }

  /// Whether only the author of the message may do this.
  public boolean isForAuthor() {
    return deed instanceof Deed.Edit || deed instanceof Deed.Deletion || deed instanceof Deed.Close;
  }

  /// What is done.
  public sealed interface Deed {
    /// @param emoji one emoji; empty when the reaction is taken back
    record Reaction(String emoji) implements Deed {
      public Reaction {
        if (!emoji.isEmpty() && !EmojiText.isOne(emoji)) {
          throw new IllegalArgumentException("a reaction is one emoji");
        }
      }
    }

    /// @param body in the place of that of the message; empty only when it has files
    /// @param ranges what is said of parts of it
    record Edit(String body, TextRanges ranges) implements Deed {
      public Edit {
        body = WellFormed.text(body);
        if (!Content.Message.fits(body)) {
          throw new IllegalArgumentException("a body has at most 131072 bytes of UTF-8");
        }
        ranges = ranges.in(body);
      }

      /// A plain text.
      public Edit(String body) {
        this(body, TextRanges.NONE);
      }
    }

    /// @param sentAt when the message was written
    /// @param numbers what was said under these is deleted as well: the first is that of the
    ///   message, then those of its edits
    record Deletion(Instant sentAt, List<Numbered> numbers) implements Deed {
      /// Most numbers of one deletion.
      public static final int MOST_NUMBERS = 128;

      public Deletion {
        sentAt = WellFormed.time(sentAt);
        numbers = List.copyOf(numbers);
        if (numbers.size() > MOST_NUMBERS) {
          throw new IllegalArgumentException("at most 128 numbers");
        }
      }
    }

    /// The sender does not have any more what it said.
    record Forgotten() implements Deed {}

    /// For everybody in the conversation.
    ///
    /// @param pinned else it is taken off
    record Pin(boolean pinned) implements Deed {
      /// Far more than people make, and far from where counting ends: nobody can pin a message so
      /// that nobody else takes it off.
      public static final int MOST_REVISIONS = 1 << 20;
    }

    /// A choice in a poll. Whether the poll takes it, only its readers can tell.
    ///
    /// @param options places from 0, kept ascending and once each; none takes the vote back
    record Vote(List<Integer> options) implements Deed {
      public Vote {
        options = options.stream().distinct().sorted().toList();
        if (options.stream().anyMatch(place -> place < 0 || place >= Poll.MOST_OPTIONS)) {
          throw new IllegalArgumentException("no poll has such an option");
        }
      }
    }

    /// A poll takes no votes any more: those count that are named, and no others. What they say
    /// stays their voters' word, so whoever closes a poll can leave votes out and make none up.
    ///
    /// @param votes at most [#MOST_VOTES], of each voter one
    record Close(List<Counted> votes) implements Deed {
      /// Most votes that are counted: twice those of the largest group.
      public static final int MOST_VOTES = 2048;

      public Close {
        votes = List.copyOf(votes);
        var voters = new HashSet<AccountId>();
        if (votes.size() > MOST_VOTES
            || !votes.stream().map(Counted::voter).allMatch(voters::add)) {
          throw new IllegalArgumentException("at most 2048 votes, of each voter one");
        }
      }
    }
  }

  /// @param vote id of the change by which they voted
  public record Counted(AccountId voter, MessageId vote) {}

  /// @param device of the author
  /// @param sequence from 1
  public record Numbered(int device, long sequence) {
    public Numbered {
      if (sequence < 1) {
        throw new IllegalArgumentException("sequence numbers start at 1, not " + sequence);
      }
    }
  }
}
