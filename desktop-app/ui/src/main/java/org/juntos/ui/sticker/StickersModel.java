package org.juntos.ui.sticker;

import java.util.List;
import java.util.function.Consumer;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.model.PackView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.Bytes;

/// The packs that the person has, and what they do with them.
public final class StickersModel {
  private final EngineLink engine;
  private final Consumer<Problem> complain;

  /// @param complain told what went wrong
  public StickersModel(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
  }

  /// Looks which packs there are.
  void packs(Consumer<List<PackView>> told) {
    engine.fetch(() -> engine.models().stickers().packs(), told);
  }

  /// Installs the pack of a sticker that came.
  void install(MessageId sticker, Runnable done) {
    submit(new StickerIntent.Install(sticker), done);
  }

  void remove(Bytes pack, Runnable done) {
    submit(new StickerIntent.Remove(pack), done);
  }

  /// Makes a pack.
  ///
  /// @param refused called when it was not made
  void make(StickerIntent.Make make, Runnable done, Runnable refused) {
    engine.submit(
        make,
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
            refused.run();
          } else {
            done.run();
          }
        });
  }

  private void submit(StickerIntent intent, Runnable done) {
    engine.submit(
        intent,
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          } else {
            done.run();
          }
        });
  }
}
