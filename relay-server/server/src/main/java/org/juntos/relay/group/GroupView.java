package org.juntos.relay.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupState;

/// A group as somebody sees it.
///
/// @param state empty for whoever has just left
/// @param endorsed null for whoever may not post
public record GroupView(GroupState state, Bytes head, @Nullable Endorsed endorsed) {
  /// Leave to send to the members.
  ///
  /// @param response serialized GroupSendEndorsementsResponse
  public record Endorsed(Bytes response, Instant expiresAt) {}
}
