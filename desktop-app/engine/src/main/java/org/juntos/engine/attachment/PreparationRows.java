package org.juntos.engine.attachment;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.media.MediaDescription;
import org.juntos.media.Progress;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.Attachments.Unprepared;
import org.juntos.store.attachment.StoredAttachment.Transfer;

/// What is written down of a file while it is prepared. A file that the person does not want any
/// more stays as it is.
final class PreparationRows {
  private final Store store;
  private final Self self;
  private final InstantSource clock;
  private final Consumer<Problem> trouble;

  /// @param trouble told about files that cannot be prepared
  PreparationRows(Store store, Self self, InstantSource clock, Consumer<Problem> trouble) {
    this.store = store;
    this.self = self;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// How to prepare it; null when it need not be any more.
  @Nullable Preparation wanted(Unprepared file) {
    return store.read(txn ->
        isWanted(txn, file) ? txn.attachments().preparation(file.message(), index(file)) : null);
  }

  /// Commits how far it is, and what it will be as soon as that is known.
  Progress progress(Unprepared file) {
    var mark = new TransferMark(store, clock, new TransferKey(file.message(), index(file)));
    long all = file.attachment().attachment().ciphertextBytes();
    return new Progress() {
      @Override
      public void at(double fraction) {
        mark.transferred((long) (all * fraction));
      }

      @Override
      public void described(MediaDescription description) {
        describe(file, description);
      }
    };
  }

  private void describe(Unprepared file, MediaDescription description) {
    var original = file.attachment().attachment();
    var described = Descriptions.described(original, description);
    store.write(txn -> {
      var entry = txn.history().find(file.message());
      if (entry == null || !isWanted(txn, file)) {
        return false;
      }
      var fitted = Fitting.fitted(entry, index(file), described);
      txn.attachments().describe(file.message(), index(file), fitted);
      return true;
    });
  }

  /// Puts the result in the place of the original, in one transaction.
  ///
  /// @param file name of its ciphertext
  /// @return whether it was wanted
  boolean replace(Unprepared original, String file, Attachment result) {
    var message = original.message();
    return store.write(txn -> {
      var entry = txn.history().find(message);
      if (entry == null || !isWanted(txn, original)) {
        return false;
      }
      var fitted = Fitting.fitted(entry, index(original), result);
      txn.attachments().prepared(message, index(original), file, fitted);
      if (self.isNoteToSelf(entry.conversation()) && txn.outbox().of(message).isEmpty()) {
        NoteToSelf.keep(txn, message, clock.instant());
      }
      return true;
    });
  }

  /// Says in the timeline why it cannot be sent.
  void fail(Unprepared file, String code) {
    boolean failed =
        store.write(txn -> {
          var entry = txn.history().find(file.message());
          if (entry == null || !isWanted(txn, file)) {
            return false;
          }
          TakingBack.fail(txn, entry, index(file), code);
          return true;
        });
    if (failed) {
      trouble.accept(Problems.of(code));
    }
  }

  private static boolean isWanted(Transaction txn, Unprepared file) {
    var stored = txn.attachments().find(file.message(), index(file));
    return stored != null
        && stored.transfer() == Transfer.PREPARING
        && stored.file().equals(file.attachment().file());
  }

  private static int index(Unprepared file) {
    return file.attachment().index();
  }
}
