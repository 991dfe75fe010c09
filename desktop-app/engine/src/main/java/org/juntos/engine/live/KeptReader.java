package org.juntos.engine.live;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.engine.conversation.Excerpts;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.PinView;
import org.juntos.store.Transaction;
import org.juntos.store.draft.Draft;
import org.juntos.store.history.Entry;

/// Makes views of what is kept beside the messages of conversations.
record KeptReader(GroupReader names, TextReader texts) {
  KeptView of(Transaction txn, ConversationId conversation) {
    var draft = txn.drafts().find(conversation);
    var pins = txn.handling().pinned(conversation);
    int scheduled = txn.schedule().count(conversation);
    var recorded = txn.recordings().length(conversation);
    return draft == null && pins.isEmpty() && scheduled == 0 && recorded.isZero()
        ? KeptView.NOTHING
        : new KeptView(
            draft == null ? null : draft(txn, draft),
            pins.stream().map(entry -> pin(txn, entry)).toList(),
            scheduled,
            recorded);
  }

  private static DraftView draft(Transaction txn, Draft draft) {
    var files =
        draft.files().stream()
            .map(one ->
                new Intent.OutgoingFile(Path.of(one.path()), one.originalQuality(), one.voice()))
            .toList();
    return new DraftView(
        draft.body(), here(txn, draft.replyTo()), files, draft.changedAt(), draft.ranges());
  }

  private static @Nullable MessageId here(Transaction txn, @Nullable MessageName name) {
    var entry = name == null ? null : txn.history().find(name.id(), name.author());
    return entry == null || entry.kind() != Entry.Kind.MESSAGE ? null : entry.id();
  }

  private PinView pin(Transaction txn, Entry entry) {
    return new PinView(
        entry.id(),
        entry.row(),
        names.name(txn, entry.author().account()),
        Excerpts.of(entry, texts.shown(txn, entry).veiled()),
        MarksReader.kinds(entry));
  }
}
