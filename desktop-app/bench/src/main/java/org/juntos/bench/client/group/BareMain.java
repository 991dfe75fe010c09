package org.juntos.bench.client.group;

import org.jspecify.annotations.Nullable;
import org.juntos.wire.Padding;

/// libsignal alone, with everything in memory: see [Orders].
final class BareMain {
  private BareMain() {}

  public static void main(String[] arguments) throws Exception {
    Orders.obey(new Bare());
  }

  private static final class Bare implements Orders.Author {
    private @Nullable BareGroup group;

    @Override
    public void group(int members) throws Exception {
      group = BareGroup.of(members);
    }

    @Override
    public void write(String text) throws Exception {
      if (group != null) {
        group.seal(new byte[Padding.SMALLEST_BUCKET]);
      }
    }
  }
}
