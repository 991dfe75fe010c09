package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.juntos.content.ConversationId;

/// All that is known of a message.
///
/// @param where name of its conversation
/// @param storedAt when it came here, or was written here; this device's clock
/// @param device of its author
/// @param deviceName what the person calls it; empty when it is not theirs, or not known
/// @param members how far an own message has come at each who was to have it; empty of others'
/// @param versions what it has said, the oldest first
public record DetailsView(
    ConversationId conversation,
    String where,
    EntryView entry,
    Instant storedAt,
    int device,
    String deviceName,
    List<MemberProgress> members,
    List<VersionView> versions) {
  public DetailsView {
    members = List.copyOf(members);
    versions = List.copyOf(versions);
  }
}
