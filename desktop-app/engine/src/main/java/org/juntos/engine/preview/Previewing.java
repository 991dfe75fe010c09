package org.juntos.engine.preview;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkPreview;
import org.juntos.content.LinkPreview.Picture;
import org.juntos.content.WebLink;
import org.juntos.content.WebLinks;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.preview.LinkPages.Answer;
import org.juntos.engine.preview.LinkPages.Want;
import org.juntos.engine.problem.Problems;
import org.juntos.media.CropResult;
import org.juntos.media.CropSize;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.Square;
import org.juntos.store.Store;
import org.juntos.wire.Bytes;

/// Makes previews of links, when the person has turned that on: the page then learns the network
/// address of this device, before anything is sent.
public final class Previewing {
  private static final String SETTING = "link previews";
  private static final String ON = "on";
  private static final Pattern GAPS =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cc}\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+");

  private final Store store;
  private final LinkPages pages;
  private final MediaPreparation media;

  public Previewing(Store store, LinkPages pages, MediaPreparation media) {
    this.store = store;
    this.pages = pages;
    this.media = media;
  }

  /// What the person wants of previews.
  public Outcome submit(PreviewIntent intent) throws InterruptedException {
    return switch (intent) {
      case PreviewIntent.LookAtLink(var address) -> look(address);
      case PreviewIntent.LookAtLinkPreviews() -> new Outcome.LinkPreviews(isOn());
      case PreviewIntent.SetLinkPreviews(var on) -> set(on);
    };
  }

  private boolean isOn() {
    return ON.equals(store.read(txn -> txn.settings().get(SETTING)));
  }

  private Outcome set(boolean on) {
    store.write(txn -> {
      txn.settings().put(SETTING, on ? ON : "off");
      return true;
    });
    return new Outcome.LinkPreviews(on);
  }

  private Outcome look(String address) throws InterruptedException {
    if (!isOn()) {
      return Problems.refused("link-previews-off");
    }
    var links = WebLinks.in(address);
    if (links.size() != 1 || !links.getFirst().text().equals(address)) {
      return Problems.refused("no-web-address");
    }
    var link = links.getFirst();
    return link.doubts().isEmpty()
            && pages.fetch(link.target(), Want.PAGE) instanceof Answer.Fetched page
        ? new Outcome.Previewed(preview(link, page))
        : Problems.refused("link-not-previewed");
  }

  private LinkPreview preview(WebLink link, Answer.Fetched page) throws InterruptedException {
    var head = PageHead.read(page.body(), page.mediaType());
    var title = line(head.title(), LinkPreview.MAX_TITLE_BYTES);
    return new LinkPreview(
        link.text(),
        title.isEmpty() ? line(link.host(), LinkPreview.MAX_TITLE_BYTES) : title,
        line(head.description(), LinkPreview.MAX_DESCRIPTION_BYTES),
        picture(page.from(), head.picture()));
  }

  /// None where it cannot be had, or be made clean.
  private Picture picture(URI page, String address) throws InterruptedException {
    var at = address.isEmpty() ? null : resolved(page, address);
    if (at == null || !(pages.fetch(at, Want.PICTURE) instanceof Answer.Fetched fetched)) {
      return Picture.NONE;
    }
    var source = MediaSource.of(fetched.body().toArray(), fetched.mediaType());
    return media.crop(source, Square.CENTRE, CropSize.LINK) instanceof CropResult.Cropped(var jpeg)
        ? new Picture(Bytes.of(jpeg.toArray()), CropSize.LINK.edge(), CropSize.LINK.edge())
        : Picture.NONE;
  }

  private static @Nullable URI resolved(URI page, String address) {
    try {
      var resolved = page.resolve(new URI(address.strip().replace(" ", "%20")));
      var scheme = String.valueOf(resolved.getScheme());
      boolean kept = scheme.equals("https") || scheme.equals(page.getScheme());
      return kept && resolved.getHost() != null ? resolved : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// On one line, without what turns its direction, and cut where it is too long.
  static String line(String text, int mostBytes) {
    var line = GAPS.matcher(text).replaceAll(" ").strip();
    if (size(line) <= mostBytes) {
      return line;
    }
    int end = 0;
    int bytes = size("…");
    while (end < line.length()) {
      int point = line.codePointAt(end);
      bytes += size(Character.toString(point));
      if (bytes > mostBytes) {
        break;
      }
      end += Character.charCount(point);
    }
    return line.substring(0, end).strip() + "…";
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
