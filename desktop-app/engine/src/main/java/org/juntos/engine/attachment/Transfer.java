package org.juntos.engine.attachment;

import java.io.IOException;
import org.juntos.store.attachment.Attachments.Pending;

/// One direction of moving files.
interface Transfer {
  boolean outgoing();

  /// Moves as much as it can.
  ///
  /// @throws IOException when the network or the disk gave in: what was moved counts
  TransferStep move(Pending pending) throws IOException;
}
