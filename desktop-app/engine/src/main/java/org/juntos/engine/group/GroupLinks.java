package org.juntos.engine.group;

import org.juntos.content.GroupKey;
import org.juntos.content.GroupLink;
import org.juntos.engine.device.Self;
import org.juntos.wire.Bytes;

/// The links of groups.
public final class GroupLinks {
  private GroupLinks() {}

  /// What is given to others so that they can come in.
  public static String text(Self self, GroupKey key, Bytes password, int revision) {
    return new GroupLink(
            self.relay().uri().toString(), self.relay().tlsPin(), key, password, revision)
        .text();
  }
}
