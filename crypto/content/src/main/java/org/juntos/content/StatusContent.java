package org.juntos.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.WireLimits;

/// What is said of statuses: to those who may see them, to their author, and between the devices of
/// one account.
public sealed interface StatusContent extends Content {
  /// Most accounts and ids of one content.
  int MOST = 5_000;

  /// What a status is.
  enum Kind {
    TEXT,
    IMAGE,
    VIDEO
  }

  /// A status that the relay has given a slot. Its id is that of the message.
  ///
  /// @param text the text itself, or what is written under a picture or video
  /// @param background of a text: which of the backgrounds
  /// @param file where it is is known: with the status at the author's relay. Null of a text
  /// @param postedAt clock of the author's relay; [Instant#EPOCH] as long as it has not taken it
  /// @param audience who it is for; only between devices of the author
  record Posted(
      Kind kind,
      String text,
      int background,
      @Nullable Attachment file,
      Instant postedAt,
      List<AccountId> audience)
      implements StatusContent {
    /// Longest text, UTF-8.
    public static final int MAX_TEXT_BYTES = 4 * 1024;

    public Posted {
      text = WellFormed.text(text);
      postedAt = WellFormed.time(postedAt);
      audience = List.copyOf(audience);
      if (!fits(text) || audience.size() > MOST) {
        throw new IllegalArgumentException("a status with too much text or audience");
      }
      if (background < 0) {
        throw new IllegalArgumentException("negative background");
      }
      if (kind == Kind.TEXT ? file != null || text.isBlank() : file == null) {
        throw new IllegalArgumentException("a status says or shows something");
      }
      if (file != null) {
        refuseOther(kind, file);
      }
    }

    private static void refuseOther(Kind kind, Attachment file) {
      if (file.ciphertextBytes() > WireLimits.MAX_STATUS_BYTES) {
        throw new IllegalArgumentException("a file that is too large for a status");
      }
      if (!file.blobId().isEmpty() || !file.kind().name().equals(kind.name())) {
        throw new IllegalArgumentException("a file that is not of its status");
      }
    }

    /// Whether a text is short enough.
    public static boolean fits(String text) {
      return WellFormed.utf8Size(WellFormed.text(text)) <= MAX_TEXT_BYTES;
    }

    /// The same, taken by the relay at `at`.
    public Posted at(Instant at) {
      return new Posted(kind, text, background, file, at, audience);
    }

    /// The same for others to see.
    public Posted forOthers() {
      return new Posted(kind, text, background, file, postedAt, List.of());
    }
  }

  /// The author has taken a status back.
  record Deleted(MessageId status) implements StatusContent {}

  /// To the author: their statuses were seen.
  ///
  /// @param at the reader's clock
  record Seen(List<MessageId> statuses, Instant at) implements StatusContent {
    public Seen {
      at = WellFormed.time(at);
      statuses = few(statuses);
    }
  }

  /// To one's own devices: the person has seen statuses of `author`.
  record Viewed(AccountId author, List<MessageId> statuses) implements StatusContent {
    public Viewed {
      statuses = few(statuses);
    }
  }

  /// To one's own devices: statuses of `author` are muted, or not any more.
  record Muted(AccountId author, boolean muted) implements StatusContent {}

  /// To one's own devices: who is to see the next statuses.
  ///
  /// @param selected only `accounts`; otherwise all contacts
  /// @param secretly authors do not learn that their statuses were seen
  record Audience(boolean selected, List<AccountId> accounts, boolean secretly)
      implements StatusContent {
    public Audience {
      accounts = List.copyOf(accounts);
      if (accounts.size() > MOST) {
        throw new IllegalArgumentException("too large an audience");
      }
    }
  }

  private static List<MessageId> few(List<MessageId> statuses) {
    if (statuses.isEmpty() || statuses.size() > WireLimits.MAX_STATUSES) {
      throw new IllegalArgumentException("1 to 100 statuses at once");
    }
    return List.copyOf(statuses);
  }
}
