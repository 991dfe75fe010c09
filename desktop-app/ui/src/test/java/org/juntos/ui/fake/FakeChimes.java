package org.juntos.ui.fake;

import java.util.ArrayList;
import java.util.List;
import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.notifier.Chimes;

/// Keeps what was played.
public final class FakeChimes implements Chimes {
  public final List<NoticeSound> played = new ArrayList<>();
  public boolean able;

  @Override
  public void prepare() {}

  @Override
  public boolean play(NoticeSound sound) {
    boolean plays = able && sound != NoticeSound.USUAL && sound != NoticeSound.SILENT;
    if (plays) {
      played.add(sound);
    }
    return plays;
  }
}
