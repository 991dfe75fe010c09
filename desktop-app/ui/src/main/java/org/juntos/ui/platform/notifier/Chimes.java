package org.juntos.ui.platform.notifier;

import org.juntos.content.NoticeSound;

/// Makes the sounds that Juntos has of its own. Calls come from any thread, and do not block.
public interface Chimes {
  /// Where there is nothing that sounds.
  Chimes NONE =
      new Chimes() {
        @Override
        public void prepare() {}

        @Override
        public boolean play(NoticeSound sound) {
          return false;
        }
      };

  /// Looks for something that sounds, so that the first one is not late.
  void prepare();

  /// Plays one of them.
  ///
  /// @return false when that does not sound here, or it is none of them: the system may do it then
  boolean play(NoticeSound sound);
}
