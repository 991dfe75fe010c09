package org.juntos.ui.conversation;

import org.juntos.engine.model.EntryView;

/// Where messages are written about others.
public interface Composing {
  /// The next message replies to `message`.
  void reply(EntryView message);

  /// What is written takes the place of the text of `message`.
  void edit(EntryView message);
}
