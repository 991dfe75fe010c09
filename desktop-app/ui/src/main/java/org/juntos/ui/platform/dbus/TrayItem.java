package org.juntos.ui.platform.dbus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.tray.Picture;

/// The picture itself, as the desktops of Linux ask for it (StatusNotifierItem, as KDE has written
/// it down): how it looks, and what a click does.
final class TrayItem extends Served {
  static final Message.Target TARGET =
      new Message.Target("", "/StatusNotifierItem", "org.kde.StatusNotifierItem");

  private static final int[] SIZES = {22, 44};
  private static final String PIXELS = "a(iiay)";

  private final Runnable open;
  private volatile int waiting;

  /// @param open the person has clicked it
  TrayItem(Runnable open) {
    super(TARGET);
    this.open = open;
  }

  /// @return whether it looks otherwise now
  boolean show(int count) {
    boolean changed = waiting != count;
    waiting = count;
    return changed;
  }

  String title() {
    int now = waiting;
    return now == 0 ? "Juntos" : now == 1 ? "Juntos: 1 message waits" : words(now);
  }

  private static String words(int count) {
    return "Juntos: " + count + " messages wait";
  }

  @Override
  Map<String, Variant> properties() {
    var all = new HashMap<String, Variant>();
    all.put("Category", Variant.of("Communications"));
    all.put("Id", Variant.of("juntos"));
    all.put("Title", Variant.of(title()));
    all.put("Status", Variant.of("Active"));
    all.put("WindowId", new Variant("i", 0));
    all.put("IconName", Variant.of(""));
    all.put("IconPixmap", new Variant(PIXELS, pictures()));
    all.put("OverlayIconName", Variant.of(""));
    all.put("OverlayIconPixmap", new Variant(PIXELS, List.of()));
    all.put("AttentionIconName", Variant.of(""));
    all.put("AttentionIconPixmap", new Variant(PIXELS, List.of()));
    all.put("AttentionMovieName", Variant.of(""));
    all.put("ToolTip", new Variant("(sa(iiay)ss)", List.of("", List.of(), title(), "")));
    all.put("ItemIsMenu", Variant.of(false));
    all.put("Menu", new Variant("o", TrayMenu.TARGET.path()));
    return all;
  }

  private List<Object> pictures() {
    var pictures = new ArrayList<>();
    for (int size : SIZES) {
      var bytes = ByteBuffer.allocate(size * size * 4); // in network order
      bytes.asIntBuffer().put(Picture.paint(size, waiting));
      pictures.add(List.of(size, size, bytes.array()));
    }
    return pictures;
  }

  @Override
  @Nullable Said call(String member, List<Object> body) {
    return switch (member) {
      case "Activate", "SecondaryActivate" -> {
        open.run();
        yield Said.NOTHING;
      }
      case "ContextMenu", "Scroll", "ProvideXdgActivationToken" -> Said.NOTHING;
      default -> null;
    };
  }
}
