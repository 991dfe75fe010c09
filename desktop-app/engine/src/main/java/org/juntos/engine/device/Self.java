package org.juntos.engine.device;

import org.juntos.content.ConversationId;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Who this device is; the same for as long as the profile is open.
///
/// @param trustRoot key under which the relay's sender certificates must verify; taken at
///   registration and kept
public record Self(DeviceAddress address, Bytes identityKey, RelayAddress relay, Bytes trustRoot) {
  /// The account.
  public AccountId account() {
    return address.account();
  }

  /// The conversation with `peer`; with oneself: the note to self.
  public ConversationId conversationWith(AccountId peer) {
    return ConversationId.ofTwo(account(), peer);
  }

  /// Whether it is the note to self.
  public boolean isNoteToSelf(ConversationId conversation) {
    return conversation.equals(conversationWith(account()));
  }
}
