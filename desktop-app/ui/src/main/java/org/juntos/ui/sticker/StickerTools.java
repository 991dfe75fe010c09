package org.juntos.ui.sticker;

import org.juntos.content.MessageId;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.RichText;

/// What stickers are shown and chosen with.
public record StickerTools(
    StickersModel model, StickerImages images, RichText texts, CardHost cards) {
  /// Shows a sticker that came, large.
  public void show(MessageId message, StickerView sticker) {
    cards.show("Sticker", new StickerCard(message, sticker, model, images, cards::hide));
  }
}
