package org.juntos.crypto.session;

import java.util.UUID;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Outcome of opening one envelope. Only [Message], [Post] and [UnknownContent] have changed
/// anything, so whatever was refused can be refused again.
public sealed interface Opened {
  /// Opened, from whom it says, for this device, in the conversation of the two.
  record Message(DeviceAddress sender, Binding binding, Content content) implements Opened {}

  /// Well bound, but of a kind that this version does not know.
  ///
  /// @param field number of the kind in the published contract
  record UnknownContent(DeviceAddress sender, Binding binding, int field) implements Opened {}

  /// Written by that device to all members of a group.
  ///
  /// @param original as its author has encrypted and signed it: what may be passed on
  record Post(DeviceAddress sender, Binding binding, Content content, Bytes original)
      implements Opened {}

  /// The sender's key that it was encrypted under is not here. Once it comes, the same envelope can
  /// be opened.
  record NoSenderKey(DeviceAddress sender, UUID distribution) implements Opened {}

  /// The session has opened this before.
  record Duplicate() implements Opened {}

  /// There is no session that opens it, and the message cannot start one: it was lost, or has gone
  /// on since. A session keeps the keys of five turns of the conversation, so this is also how a
  /// message ends that was held back longer.
  record NoSession(DeviceAddress sender) implements Opened {}

  /// The sender has the account's identity key, but is no device that the account has listed. Once
  /// a list names it, the same envelope can be opened.
  record UnlistedDevice(DeviceAddress sender) implements Opened {}

  /// The sender has another identity key than the trusted one. After [DeviceCrypto#acceptIdentity]
  /// the same envelope can be opened.
  record IdentityChanged(DeviceAddress sender, Bytes newIdentityKey) implements Opened {}

  /// Opened, but written by another sender, for another device or for another conversation than the
  /// envelope makes believe.
  ///
  /// @param binding as the author wrote it
  record Misdirected(Binding binding) implements Opened {}

  /// Nothing that can be opened, or nothing that may be.
  ///
  /// @param why for the log; names no content
  record Malformed(String why) implements Opened {}
}
