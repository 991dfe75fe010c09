package org.juntos.wire.group;

import org.juntos.wire.proto.GroupState;

/// What a change makes of a state.
public sealed interface Stepped {
  /// The state after it, canonical.
  record To(GroupState state) implements Stepped {}

  /// Nothing.
  record Refused(GroupRefusal why) implements Stepped {}
}
