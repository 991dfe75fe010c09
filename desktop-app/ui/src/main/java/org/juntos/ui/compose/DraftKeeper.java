package org.juntos.ui.compose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.Lane;

/// Keeps what is being written in one conversation over a restart. Each change is written after
/// what was sent before it.
final class DraftKeeper {
  private final EngineLink engine;
  private final Lane lane;
  private final ConversationId conversation;
  private HandlingIntent.KeepDraft kept;

  DraftKeeper(EngineLink engine, Lane lane, ConversationId conversation) {
    this.engine = engine;
    this.lane = lane;
    this.conversation = conversation;
    kept = new HandlingIntent.KeepDraft(conversation, "", null, List.of());
  }

  /// What was begun before; null when nothing was.
  @Nullable DraftView begun() {
    var draft =
        engine.models().conversations().value().stream()
            .filter(one -> one.id().equals(conversation))
            .map(one -> one.kept().draft())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (draft != null) {
      kept =
          new HandlingIntent.KeepDraft(
              conversation, draft.body(), draft.replyTo(), draft.files(), draft.ranges());
    }
    return draft;
  }

  /// Looks for what a draft replies to.
  void find(MessageId message, Consumer<EntryView> found) {
    engine.<Optional<EntryView>>fetch(
        () -> Optional.ofNullable(engine.models().entry(message)), entry -> entry.ifPresent(found));
  }

  /// Writes down what is there now, if it is something else than before.
  void keep(String body, TextRanges ranges, @Nullable MessageId replyTo, List<OutgoingFile> files) {
    var now = new HandlingIntent.KeepDraft(conversation, body, replyTo, files, ranges);
    if (!now.equals(kept)) {
      kept = now;
      engine.submit(lane, now, _ -> {}); // what cannot be kept is still in the window
    }
  }
}
