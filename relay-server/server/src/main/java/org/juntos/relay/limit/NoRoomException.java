package org.juntos.relay.limit;

import java.io.IOException;

/// The relay takes nothing that adds to what it keeps: its disk is nearly full, or its database is
/// damaged. Reading, acknowledging and deleting go on.
public final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1;

  /// Says so.
  public NoRoomException() {
    super("there is no room for anything new");
  }
}
