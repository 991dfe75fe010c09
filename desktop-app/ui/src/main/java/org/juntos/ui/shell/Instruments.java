package org.juntos.ui.shell;

import java.util.function.Consumer;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.attachment.Playbacks;
import org.juntos.ui.compose.VoiceTools;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.RichText;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.sticker.StickerImages;
import org.juntos.ui.sticker.StickerTools;
import org.juntos.ui.sticker.StickersModel;

/// What a window has for all of its conversations, beside words.
record Instruments(Playbacks playbacks, VoiceTools voice, StickerTools stickers) {
  /// @param complain told what went wrong
  static Instruments of(
      EngineLink engine,
      UiServices services,
      UiSettings settings,
      RichText texts,
      CardHost cards,
      Consumer<Problem> complain) {
    var playbacks = new Playbacks(engine, services.players());
    return new Instruments(
        playbacks,
        new VoiceTools(services.recorders(), settings::microphone, playbacks),
        new StickerTools(
            new StickersModel(engine, complain),
            new StickerImages(engine, services.images()),
            texts,
            cards));
  }
}
