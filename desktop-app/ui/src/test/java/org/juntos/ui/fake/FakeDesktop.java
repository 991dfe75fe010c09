package org.juntos.ui.fake;

import java.nio.file.Path;
import java.util.List;
import org.juntos.ui.platform.tray.Tray;

/// A device of which the test says whether it has a tray.
public final class FakeDesktop extends FakeDevice {
  public Tray.Deeds deeds = new Tray.Deeds(() -> {}, () -> {}, _ -> {});
  public int count;
  public boolean closed;

  public FakeDesktop(Path folder) {
    super(folder, List.of());
  }

  @Override
  public Tray tray(Tray.Deeds told) {
    deeds = told;
    return new Tray() {
      @Override
      public void showCount(int waiting) {
        count = waiting;
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
