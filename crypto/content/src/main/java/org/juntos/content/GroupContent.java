package org.juntos.content;

import java.time.Instant;
import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What is said about a group. All but [Updated] goes from one device to another.
public sealed interface GroupContent extends Content {
  /// Most people of one [Introduction], and recipients of one [Sent].
  int MOST_PEOPLE = 1_000;

  /// Opens what the sending device writes to a group from now on.
  ///
  /// @param distribution libsignal's form of the key
  /// @param sequenceBase the number before the first that the reader was given a key for
  /// @param name what the sender goes by
  record SenderKey(ConversationId group, Bytes distribution, long sequenceBase, String name)
      implements GroupContent {
    public SenderKey {
      name = WellFormed.name(name);
      if (sequenceBase < 0) {
        throw new IllegalArgumentException("a sequence base is not negative");
      }
    }

    /// Does not tell the key.
    @Override
    public String toString() {
      return "SenderKey(" + group + ")";
    }
  }

  /// Lets the reader into a group.
  ///
  /// @param revision of the change that let them in
  /// @param head its hash
  /// @param state serialized `GroupState` after it; empty for the first change
  /// @param people members as the sender knows them, as far as there is room
  record Introduction(GroupKey key, int revision, Bytes head, Bytes state, List<GroupPerson> people)
      implements GroupContent {
    public Introduction {
      people = List.copyOf(people);
      if (people.size() > MOST_PEOPLE) {
        throw new IllegalArgumentException("at most " + MOST_PEOPLE + " people");
      }
      if (revision < 0) {
        throw new IllegalArgumentException("no change of a group");
      }
    }

    /// What the sender knows of a group, for somebody who is in it as well.
    public static Introduction known(GroupKey key, int revision, Bytes head) {
      return new Introduction(key, revision, head, Bytes.EMPTY, List.of());
    }
  }

  /// There is a change that the reader may not know.
  ///
  /// @param change serialized, for who is removed by it and cannot ask for it; empty for others
  record Updated(ConversationId group, Bytes change) implements GroupContent {
    /// For those who can ask for it.
    public static Updated of(ConversationId group) {
      return new Updated(group, Bytes.EMPTY);
    }
  }

  /// The sender misses these numbers of an author's device.
  record Missing(ConversationId group, DeviceAddress author, long first, long last)
      implements GroupContent {
    public Missing {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("no run of numbers: " + first + " to " + last);
      }
    }
  }

  /// A message as its author has encrypted and signed it; whoever passes it on can change nothing.
  ///
  /// @param message libsignal's `SenderKeyMessage`
  record Original(ConversationId group, DeviceAddress author, Bytes message)
      implements GroupContent {}

  /// To other devices of the account: what one of them has sent.
  ///
  /// @param recipients accounts that it went to
  record Sent(
      ConversationId group,
      int device,
      long sequence,
      MessageId id,
      Content.Message message,
      Instant accepted,
      List<AccountId> recipients)
      implements GroupContent {
    public Sent {
      accepted = WellFormed.time(accepted);
      recipients = List.copyOf(recipients);
      if (sequence < 1 || recipients.size() > MOST_PEOPLE) {
        throw new IllegalArgumentException("no message of a group");
      }
    }
  }

  /// To other devices of the account: the person has seen these messages.
  ///
  /// @param messages at most [Content.Receipt#MAX_MESSAGES]
  record Read(ConversationId group, List<MessageId> messages) implements GroupContent {
    public Read {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > Content.Receipt.MAX_MESSAGES) {
        throw new IllegalArgumentException("a read mark names 1 to 512 messages");
      }
    }
  }
}
