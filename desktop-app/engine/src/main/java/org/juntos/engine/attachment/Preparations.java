package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Problem;
import org.juntos.media.MediaPreparation;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Unprepared;

/// The loops that prepare files. Two of them take whatever comes; a third takes no videos and
/// sounds, so that a picture never waits for a film of another conversation.
public final class Preparations {
  private final List<PreparationLoop> loops;

  private Preparations(Store store, Preparer preparer, Cancellation cancellation) {
    var bench = new PreparationLoop.Bench();
    loops =
        List.of(
            loop(store, preparer, cancellation, bench, _ -> true),
            loop(store, preparer, cancellation, bench, _ -> true),
            loop(store, preparer, cancellation, bench, Preparations::isPicture));
  }

  /// Where files are prepared.
  ///
  /// @param files ciphertext files, of originals and results
  /// @param work private folder for what is in work
  public record Place(
      MediaPreparation media, AttachmentFiles files, AttachmentCipher cipher, Path work) {}

  /// Loops that have not been started, on a work folder that is empty.
  ///
  /// @param trouble told about files that cannot be prepared
  public static Preparations of(
      Store store,
      Self self,
      Place place,
      Cancellation cancellation,
      InstantSource clock,
      Consumer<Problem> trouble)
      throws IOException {
    var rows = new PreparationRows(store, self, clock, trouble);
    var preparer = new Preparer(place.media(), place.files(), place.cipher(), rows, place.work());
    preparer.sweep();
    return new Preparations(store, preparer, cancellation);
  }

  /// To be run, each on a thread of its own.
  public List<PreparationLoop> loops() {
    return loops;
  }

  /// There may be something to prepare.
  public void wake() {
    loops.forEach(loop -> loop.wakeup().wake());
  }

  private PreparationLoop loop(
      Store store,
      Preparer preparer,
      Cancellation cancellation,
      PreparationLoop.Bench bench,
      Predicate<Unprepared> mine) {
    return new PreparationLoop(store, preparer, cancellation, bench, mine, this::wake);
  }

  private static boolean isPicture(Unprepared file) {
    return file.attachment().attachment().mediaType().startsWith("image/");
  }
}
