package org.juntos.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// F6 walks through the regions of the window: list, messages, composer.
final class Regions {
  private final Supplier<@Nullable ShellView> shell;
  private int current;

  Regions(Supplier<@Nullable ShellView> shell) {
    this.shell = shell;
  }

  void move(int step) {
    var regions = regions();
    if (!regions.isEmpty()) {
      current = Math.floorMod(current + step, regions.size());
      regions.get(current).run();
    }
  }

  private List<Runnable> regions() {
    var view = shell.get();
    if (view == null) {
      return List.of();
    }
    var regions = new ArrayList<Runnable>();
    regions.add(view.list()::focusList);
    var conversation = view.conversation();
    if (conversation != null) {
      regions.add(conversation::focusTimeline);
    }
    var composer = view.composer();
    if (composer != null) {
      regions.add(composer::focusText);
    }
    return regions;
  }
}
