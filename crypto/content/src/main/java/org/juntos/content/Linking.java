package org.juntos.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What the devices of one account say to each other, so that each shows the same. All but
/// [DeviceAdded] is believed only from another device of one's own account.
public sealed interface Linking extends Content {
  /// Most entries of one [People], [ReadMark] or [Devices].
  int MOST = 64;

  /// To contacts: this device belongs to the account now.
  record DeviceAdded(Instant at) implements Linking {
    public DeviceAdded {
      at = WellFormed.time(at);
    }
  }

  /// A new device introduces itself to the others.
  ///
  /// @param name what the person calls the device; empty when they know, and it has lost a part
  /// @param since it knows nothing that was said later than this
  record Hello(String name, Instant since) implements Linking {
    public Hello {
      name = WellFormed.name(name);
      since = WellFormed.time(since);
    }
  }

  /// The account's newest profile key, after another one took the place of the one before.
  ///
  /// @param revision greater than that of any key before
  record OwnKey(ProfileKey key, long revision) implements Linking {
    public OwnKey {
      if (key.isNone() || revision < 1) {
        throw new IllegalArgumentException("no profile key");
      }
    }
  }

  /// Whether the account shares when it is here.
  record PresenceShared(boolean hidden, Instant changedAt) implements Linking {
    public PresenceShared {
      changedAt = WellFormed.time(changedAt);
    }
  }

  /// A message of a conversation as the sender has it: one that it has sent, or one that the reader
  /// misses.
  ///
  /// @param peer the other account; one's own for the note to self
  /// @param author device that wrote it: of this account or of `peer`
  /// @param sequence the author's number
  /// @param accepted when the relay took it; [Instant#EPOCH] of what others wrote
  record Copy(
      AccountId peer,
      DeviceAddress author,
      long sequence,
      MessageId id,
      Content.Message message,
      Instant accepted)
      implements Linking {
    public Copy {
      accepted = WellFormed.time(accepted);
      if (sequence < 0) {
        throw new IllegalArgumentException("negative sequence: " + sequence);
      }
    }
  }

  /// The person has seen these messages of `peer`.
  ///
  /// @param messages at most [Content.Receipt#MAX_MESSAGES]
  record ReadMark(AccountId peer, List<MessageId> messages) implements Linking {
    public ReadMark {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > Content.Receipt.MAX_MESSAGES) {
        throw new IllegalArgumentException("a read mark names 1 to 512 messages");
      }
    }
  }

  /// A change of a message as the sender has it: one that it has made, or one that the reader
  /// misses.
  ///
  /// @param actor device that made it
  /// @param sequence the actor's number; 0 when it has none
  /// @param id of the change
  record Changed(
      ConversationId conversation,
      DeviceAddress actor,
      long sequence,
      MessageId id,
      MessageChange change)
      implements Linking {
    public Changed {
      if (sequence < 0) {
        throw new IllegalArgumentException("negative sequence: " + sequence);
      }
    }
  }

  /// The person has removed these messages from their own history.
  ///
  /// @param messages at most [#MOST]
  record Hidden(ConversationId conversation, List<MessageName> messages) implements Linking {
    public Hidden {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > MOST) {
        throw new IllegalArgumentException("1 to " + MOST + " messages");
      }
    }
  }

  /// What new messages of a conversation vanish after, as the sender knows it.
  ///
  /// @param by who has set it
  record TimerTold(ConversationId conversation, Duration after, int revision, AccountId by)
      implements Linking {
    public TimerTold {
      Timer.check(after, revision);
    }
  }

  /// For how long the person keeps history.
  ///
  /// @param conversation null: all that have no setting of their own
  /// @param keep null: a conversation goes by the setting for all
  record Retained(@Nullable ConversationId conversation, @Nullable Keeping keep, Instant decidedAt)
      implements Linking {
    public Retained {
      decidedAt = WellFormed.time(decidedAt);
    }
  }

  /// The person has starred these messages, or does not any more.
  ///
  /// @param stars at most [#MOST]
  record Starred(List<Star> stars) implements Linking {
    public Starred {
      stars = List.copyOf(stars);
      if (stars.isEmpty() || stars.size() > MOST) {
        throw new IllegalArgumentException("1 to " + MOST + " stars");
      }
    }

    /// Of two words on one message the later counts; of two at once, that it is starred.
    ///
    /// @param at clock of the device on which it was done
    public record Star(MessageName message, boolean starred, Instant at) {
      public Star {
        at = WellFormed.time(at);
      }
    }
  }

  /// The person has played these voice messages.
  ///
  /// @param messages at most [#MOST]
  record Played(List<MessageName> messages) implements Linking {
    public Played {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > MOST) {
        throw new IllegalArgumentException("1 to " + MOST + " messages");
      }
    }
  }

  /// Packs of stickers that the person has installed or removed.
  ///
  /// @param choices at most [#MOST]
  record StickerPacks(List<Choice> choices) implements Linking {
    public StickerPacks {
      choices = List.copyOf(choices);
      if (choices.isEmpty() || choices.size() > MOST) {
        throw new IllegalArgumentException("1 to " + MOST + " packs");
      }
    }

    /// Of two words on one pack the later counts; of two at once, that it is installed.
    ///
    /// @param at clock of the device on which it was done
    public record Choice(StickerPackPlace pack, boolean installed, Instant at) {
      public Choice {
        at = WellFormed.time(at);
      }
    }
  }

  /// Who the people are, and how the account stands to them.
  ///
  /// @param people at most [#MOST]
  record People(List<Person> people) implements Linking {
    public People {
      people = List.copyOf(people);
      if (people.isEmpty() || people.size() > MOST) {
        throw new IllegalArgumentException("1 to " + MOST + " people");
      }
    }
  }

  /// Entries of the person's address book that were imported or changed, ids of those that were
  /// removed, and accounts that entries were found to be.
  ///
  /// @param entries at most [#MOST]
  /// @param removed at most [#MOST]
  /// @param found by the id of the entry, at most [#MOST]
  record AddressBook(List<AddressEntry> entries, List<Bytes> removed, Map<Bytes, AccountId> found)
      implements Linking {
    public AddressBook {
      entries = List.copyOf(entries);
      removed = List.copyOf(removed);
      found = Map.copyOf(found);
      if (entries.size() > MOST || removed.size() > MOST || found.size() > MOST) {
        throw new IllegalArgumentException("at most " + MOST + " entries");
      }
    }

    /// Imported or changed.
    public static AddressBook put(List<AddressEntry> entries) {
      return new AddressBook(entries, List.of(), Map.of());
    }

    /// Removed.
    public static AddressBook remove(List<Bytes> ids) {
      return new AddressBook(List.of(), ids, Map.of());
    }

    /// Found.
    public static AddressBook found(Map<Bytes, AccountId> found) {
      return new AddressBook(List.of(), List.of(), found);
    }
  }

  /// What the person has chosen about conversations, folders and notifications.
  ///
  /// @param choices at most [#MOST]
  record Choices(List<Chosen> choices) implements Linking {
    public Choices {
      choices = List.copyOf(choices);
      if (choices.size() > MOST) {
        throw new IllegalArgumentException("at most " + MOST + " choices");
      }
    }
  }

  /// Whether the account can be found by its number.
  record Discoverable(boolean on) implements Linking {}

  /// What the person calls themselves.
  record Profile(String name) implements Linking {
    public Profile {
      name = WellFormed.name(name);
    }
  }

  /// The devices of the account.
  ///
  /// @param list as the account signed it
  /// @param signature of the list
  record Devices(Bytes list, Bytes signature, List<Named> devices) implements Linking {
    public Devices {
      devices = List.copyOf(devices);
      if (devices.size() > MOST) {
        throw new IllegalArgumentException("at most " + MOST + " devices");
      }
    }

    /// A device as people know it.
    public record Named(int device, String name, Instant linkedAt) {
      public Named {
        name = WellFormed.name(name);
        linkedAt = WellFormed.time(linkedAt);
      }
    }
  }

  /// The sender misses these numbers of a device of `peer`.
  record Missing(AccountId peer, int device, long first, long last) implements Linking {
    public Missing {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("no run of numbers: " + first + " to " + last);
      }
    }
  }
}
