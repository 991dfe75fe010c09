package org.juntos.content;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Something that a person has chosen about a conversation, a folder, or being notified. It counts
/// on all devices of the account, until they choose otherwise.
public sealed interface Choice {
  /// Until the person says otherwise.
  Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /// About one conversation.
  sealed interface OfConversation extends Choice {
    ConversationId conversation();
  }

  /// Nobody is notified of what is said there.
  ///
  /// @param until [Instant#EPOCH] when it is not muted
  record Muted(ConversationId conversation, Instant until) implements OfConversation {
    public Muted {
      until = WellFormed.time(until);
    }
  }

  /// What the person is notified of.
  record Notified(ConversationId conversation, Notices notices) implements OfConversation {}

  /// What it sounds like.
  record Sounds(ConversationId conversation, NoticeSound sound) implements OfConversation {}

  /// It lies with those that the person is done with.
  record Archived(ConversationId conversation, boolean archived) implements OfConversation {}

  /// It stays at the top of the list.
  ///
  /// @param rank the highest first; 0 when it is not pinned
  record Pinned(ConversationId conversation, long rank) implements OfConversation {
    public Pinned {
      if (rank < 0) {
        throw new IllegalArgumentException("a rank below zero");
      }
    }
  }

  /// It is shown as if something in it was not read.
  record MarkedUnread(ConversationId conversation, boolean unread) implements OfConversation {}

  /// It lies in a folder, or does not.
  record InFolder(ConversationId conversation, UUID folder, boolean inside)
      implements OfConversation {}

  /// There is a folder.
  ///
  /// @param name empty when there is none any more
  /// @param rank the lowest first
  record Folder(UUID folder, String name, long rank) implements Choice {
    public Folder {
      name = WellFormed.name(name);
    }
  }

  /// Do not disturb, each week, by the clock on the wall of wherever the device is.
  ///
  /// @param days on which it begins
  /// @param from minute of the day
  /// @param to minute of the day; of the next one when it is not after `from`
  record QuietHours(boolean on, Set<DayOfWeek> days, int from, int to) implements Choice {
    /// Minutes of a day.
    public static final int DAY = 24 * 60;

    /// What is suggested to whoever has chosen nothing: the night.
    public static final QuietHours OFF =
        new QuietHours(false, EnumSet.allOf(DayOfWeek.class), 22 * 60, 7 * 60);

    public QuietHours {
      days = Set.copyOf(days);
      if (from < 0 || from >= DAY || to < 0 || to >= DAY) {
        throw new IllegalArgumentException("no minute of a day: " + from + ", " + to);
      }
    }
  }

  /// What the person said in place of the hours, for a while.
  ///
  /// @param until [Instant#EPOCH] when the hours decide
  record QuietUntil(boolean quiet, Instant until) implements Choice {
    /// The hours decide.
    public static final QuietUntil NEVER = new QuietUntil(false, Instant.EPOCH);

    public QuietUntil {
      until = WellFormed.time(until);
    }
  }
}
