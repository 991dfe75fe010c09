package org.juntos.cli;

import static org.juntos.cli.MemoryProfile.NOON;

import org.juntos.engine.model.EntryView;

/// How far messages have come.
final class MemoryProgress {
  private MemoryProgress() {}

  static EntryView withStage(EntryView entry, EntryView.Stage stage) {
    var failure =
        stage == EntryView.Stage.FAILED
            ? new EntryView.Failure("refused", "The relay refused this message.")
            : null;
    var progress =
        new EntryView.Progress(
            stage,
            stage.compareTo(EntryView.Stage.SENT) >= 0 ? NOON : null,
            stage.compareTo(EntryView.Stage.DELIVERED) >= 0 ? NOON : null,
            stage == EntryView.Stage.SEEN ? NOON : null,
            failure);
    return new EntryView(
        entry.row(),
        entry.id(),
        entry.author(),
        entry.authorName(),
        true,
        entry.kind(),
        entry.body(),
        entry.sentAt(),
        progress,
        entry.attachments());
  }
}
