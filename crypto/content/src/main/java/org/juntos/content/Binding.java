package org.juntos.content;

import org.juntos.wire.DeviceAddress;

/// From whom, to whom and where in the conversation a content is. It travels inside the ciphertext
/// and is compared with what the session and the mailbox say before anything is stored.
///
/// @param to one device, or all members of a group
/// @param sequence per sender device, conversation and recipient account, from 1; 0 for content
///   that is not part of the timeline
public record Binding(
    DeviceAddress sender,
    Audience to,
    ConversationId conversation,
    MessageId messageId,
    long sequence) {
  public Binding {
    if (sequence < 0) {
      throw new IllegalArgumentException("negative sequence: " + sequence);
    }
  }

  /// For one device.
  public Binding(
      DeviceAddress sender,
      DeviceAddress recipient,
      ConversationId conversation,
      MessageId messageId,
      long sequence) {
    this(sender, new Audience.Device(recipient), conversation, messageId, sequence);
  }
}
