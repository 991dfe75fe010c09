package org.juntos.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import org.juntos.content.MessageChange;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.VersionView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;

/// What the person does to messages that are there.
public final class MessageDeeds {
  private final EngineLink engine;
  private final Times times;
  private final Consumer<Problem> complain;

  /// @param complain told what went wrong
  MessageDeeds(EngineLink engine, Times times, Consumer<Problem> complain) {
    this.engine = engine;
    this.times = times;
    this.complain = complain;
  }

  /// Reacts, or takes the same reaction back.
  void react(EntryView message, String emoji) {
    boolean again = message.marks().own().equals(emoji);
    engine.attempt(new MessageIntent.React(message.id(), again ? "" : emoji), complain);
  }

  void delete(EntryView message, boolean forEveryone) {
    engine.attempt(new MessageIntent.Delete(message.id(), forEveryone), complain);
  }

  /// What it has said until now.
  void versions(EntryView message, Consumer<List<VersionView>> told) {
    engine.fetch(() -> engine.models().versions(message.id()), told);
  }

  /// Whether the person may still edit it: what is a card stays as it is.
  boolean isEditable(EntryView message) {
    return message.card() == null && isOpen(message);
  }

  /// Whether the person may still edit it, or delete it for everyone.
  boolean isOpen(EntryView message) {
    return message.outgoing()
        && message.kind() == EntryView.Kind.MESSAGE
        && !times.now().isAfter(message.sentAt().plus(MessageChange.WINDOW));
  }
}
