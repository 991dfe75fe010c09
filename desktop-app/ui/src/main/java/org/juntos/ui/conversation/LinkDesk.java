package org.juntos.ui.conversation;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkPreview;
import org.juntos.content.WebLink;
import org.juntos.content.WebLinks;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Decoded;
import org.juntos.ui.fx.EngineLink;

/// Follows links out of Juntos, and shows what their senders have seen behind them. Nothing is
/// fetched here. JavaFX thread only.
public final class LinkDesk {
  private static final int KEPT = 32;
  private static final int EDGE = 160;

  private final CardHost cards;
  private final Consumer<URI> browser;
  private final Decoded<LinkPreview.Picture> pictures;

  /// @param browser opens a page outside
  public LinkDesk(EngineLink engine, ImageDecoding decoder, CardHost cards, Consumer<URI> browser) {
    this.cards = cards;
    this.browser = browser;
    pictures = new Decoded<>(engine, decoder, KEPT);
  }

  /// Opens a page; one whose address may not be what it looks like, when the person still wants to.
  void open(WebLink link) {
    if (link.doubts().isEmpty()) {
      browser.accept(link.target());
      return;
    }
    cards.show(
        "Is this where you want to go?",
        new DoubtCard(
            link,
            () -> {
              cards.hide();
              browser.accept(link.target());
            },
            cards::hide));
  }

  /// Opens what a preview is of.
  void open(String address) {
    List<WebLink> links = WebLinks.in(address);
    if (!links.isEmpty()) {
      open(links.getFirst());
    }
  }

  /// Gives the picture, decoded in the decoder's own process; null when it cannot be.
  void picture(LinkPreview preview, Consumer<? super @Nullable Image> shown) {
    var picture = preview.picture();
    if (picture.jpeg().isEmpty()) {
      shown.accept(null);
    } else {
      pictures.load(
          picture, EDGE, () -> MediaSource.of(picture.jpeg().toArray(), "image/jpeg"), shown);
    }
  }
}
