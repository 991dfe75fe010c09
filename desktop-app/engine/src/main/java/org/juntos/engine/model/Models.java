package org.juntos.engine.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Everything that a front end may watch.
public interface Models {
  Live<SessionView> session();

  Live<ConnectionView> connection();

  /// Latest activity first.
  Live<List<ConversationView>> conversations();

  Live<List<ContactView>> contacts();

  /// What the person has chosen that is about no single conversation.
  Live<PersonalView> personal();

  /// Statuses that are not over.
  Live<StatusesView> statuses();

  /// The decrypted file of a status that is here, read and verified on demand.
  ///
  /// @throws IOException when it is not here or its bytes do not verify
  SeekableByteChannel statusContent(AccountId author, MessageId status) throws IOException;

  /// Opens a conversation; the caller closes it. Blocks on the store.
  Timeline timeline(ConversationId conversation);

  /// Up to `limit` entries before `beforeRow` (Long.MAX_VALUE: the newest), oldest first. Blocks on
  /// the store.
  List<EntryView> history(ConversationId conversation, long beforeRow, int limit);

  /// Entries that came later than those around them, by row: the row that they would have had at
  /// the end, if that is greater than `after`. Blocks on the store.
  default Map<Long, Long> late(ConversationId conversation, long after) {
    return Map.of();
  }

  /// One entry; null when there is none. Blocks on the store.
  @Nullable EntryView entry(MessageId message);

  /// What a message has said, the oldest first; only the present text when it was not edited, and
  /// nothing when there is no such message. Blocks on the store.
  default List<VersionView> versions(MessageId message) {
    return List.of();
  }

  /// What was done to messages that are here, in the order in which that came here, up to `limit`.
  /// Blocks on the store.
  ///
  /// @param after number of a change
  default List<ChangeView> changes(long after, int limit) {
    return List.of();
  }

  /// How far a message to a group has come at each member; empty of any other. Blocks on the store.
  default List<MemberProgress> progress(MessageId message) {
    return List.of();
  }

  /// Finds messages in all history.
  default Finding finding() {
    throw new IllegalStateException("no profile is open");
  }

  /// What the person keeps in mind, and what leaves later.
  default Handling handling() {
    throw new IllegalStateException("no profile is open");
  }

  /// The stickers that the person has.
  default StickerShelf stickers() {
    return StickerShelf.EMPTY;
  }

  /// The decrypted bytes of an attachment that is here, read and verified on demand.
  ///
  /// @throws IOException when it is not here or its bytes do not verify
  SeekableByteChannel content(MessageId message, int index) throws IOException;

  /// Who of those that are looked at is here, and who types. Empty when nothing is known.
  Live<Map<AccountId, PresenceView>> presence();

  /// Somebody's picture, or one's own: JPEG as it came, which only a decoder in a process of its
  /// own may look at; empty when there is none. Blocks on the store.
  default Bytes picture(AccountId account) {
    return Bytes.EMPTY;
  }

  /// How much the relay does not have yet: messages, receipts, contact requests, statuses. Blocks
  /// on the store.
  default int unsent() {
    return connection().value().waiting();
  }

  /// Groups of which the relay is still asked what is new. Blocks on the store.
  default int unknownGroups() {
    return 0;
  }

  /// Calls `listener` on an engine thread for each event after its commit.
  Live.Watch events(Consumer<? super Event> listener);
}
