package org.juntos.engine.intent;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What became of an intent.
public sealed interface Outcome {
  /// Committed.
  record Done() implements Outcome {}

  /// The message is committed and will be sent, now or later.
  record Queued(ConversationId conversation, MessageId message) implements Outcome {}

  /// What became of something that was to go into several conversations.
  ///
  /// @param queued committed, in order; to be sent now or later
  /// @param left what a conversation did not take: nothing of it was committed there
  record Spread(List<Queued> queued, List<Left> left) implements Outcome {
    public Spread {
      queued = List.copyOf(queued);
      left = List.copyOf(left);
    }

    /// A conversation, and why it did not take it.
    public record Left(ConversationId conversation, Problem problem) {}
  }

  /// What a link leads to.
  record Previewed(LinkPreview preview) implements Outcome {}

  /// Whether previews of links are made.
  record LinkPreviews(boolean on) implements Outcome {}

  /// The message is committed and leaves later.
  record Scheduled(MessageId scheduled) implements Outcome {}

  /// The pack of stickers is made and installed.
  record StickerPackMade(Bytes pack) implements Outcome {}

  /// The status is committed and will be published, now or later.
  record Posted(MessageId status) implements Outcome {}

  /// The file can be a status, and will be this.
  ///
  /// @param durationMillis 0 of a picture
  /// @param thumbnail a small JPEG; empty when there is none
  record StatusFile(int width, int height, long durationMillis, Bytes thumbnail)
      implements Outcome {}

  /// The contact is there.
  record Added(AccountId account, ConversationId conversation) implements Outcome {}

  /// The safety number of a contact.
  record SafetyNumber(SafetyNumberView view) implements Outcome {}

  /// What became of a file of vCards.
  record Imported(ImportView view) implements Outcome {}

  /// The person's address book, by name.
  record AddressBook(List<AddressView> entries) implements Outcome {
    public AddressBook {
      entries = List.copyOf(entries);
    }
  }

  /// What became of looking for the people of the address book.
  record Matched(MatchView view) implements Outcome {}

  /// Whether the account can be found by its number.
  ///
  /// @param on whether it can
  /// @param offered whether anybody can at this relay
  record Discoverable(boolean on, boolean offered) implements Outcome {}

  /// The group is there.
  ///
  /// @param waiting whether somebody has to let this account in
  record Grouped(ConversationId conversation, boolean waiting) implements Outcome {}

  /// The folder is there.
  record FolderMade(UUID folder) implements Outcome {}

  /// What is given to others so that they can come into a group.
  record GroupLinked(String link) implements Outcome {}

  /// For how long history is kept.
  ///
  /// @param asAll whether that is the setting for all conversations
  record Kept(Keeping keep, boolean asAll) implements Outcome {}

  /// So many messages are older.
  record Older(long messages) implements Outcome {}

  /// Written to `file`.
  record Saved(Path file) implements Outcome {}

  /// What the relay holds on this account.
  record Held(HeldView view) implements Outcome {}

  /// How this device is woken.
  record Push(PushView view) implements Outcome {}

  /// What belongs to this account.
  record Account(AccountView view) implements Outcome {}

  /// What this account shares of itself.
  record Profile(OwnProfileView view) implements Outcome {}

  /// Whether this account shares when it is here.
  record PresenceShared(boolean shared) implements Outcome {}

  /// The user name is taken.
  record Named(String userName) implements Outcome {}

  /// What a link code says.
  record LinkCodeRead(String deviceName, String relay) implements Outcome {}

  /// A new device has been given all that it needs; it has to take it now.
  record Offered(int device) implements Outcome {}

  /// The devices of the account.
  record Devices(List<DeviceView> devices) implements Outcome {
    public Devices {
      devices = List.copyOf(devices);
    }
  }

  /// Nothing was changed.
  record Refused(Problem problem) implements Outcome {}
}
