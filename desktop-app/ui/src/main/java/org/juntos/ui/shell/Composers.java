package org.juntos.ui.shell;

import org.juntos.ui.card.AddMenu;
import org.juntos.ui.compose.ComposeView;
import org.juntos.ui.compose.ComposeViewModel;
import org.juntos.ui.compose.SendMenu;
import org.juntos.ui.control.Times;

/// Makes what messages are written in.
final class Composers {
  private Composers() {}

  static ComposeView of(ComposeViewModel draft, ShellView.Materials with, Times times) {
    return new ComposeView(
        draft,
        with.texts(),
        with.device(),
        new SendMenu(draft, with.cards(), with.faces(), times),
        new AddMenu(draft.beside(), with.cards(), with.faces(), with.device()),
        with.voice(),
        with.stickers());
  }
}
