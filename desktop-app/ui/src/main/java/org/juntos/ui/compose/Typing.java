package org.juntos.ui.compose;

import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;

/// Tells the engine that the person types; how often that is passed on is up to the engine.
final class Typing {
  private final EngineLink engine;
  private final ConversationId conversation;
  private final Lane lane;
  private boolean typing;

  Typing(EngineLink engine, ConversationId conversation) {
    this.engine = engine;
    this.conversation = conversation;
    lane = engine.lane();
  }

  /// The text is this now.
  void typed(String text) {
    boolean now = !text.isBlank();
    if (now || typing) {
      typing = now;
      engine.submit(lane, new Intent.Typing(conversation, now), _ -> {});
    }
  }
}
