package org.juntos.ui.fx;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mends how JavaFX breaks lines of Arabic, Hebrew, Thai and all that Pango shapes, that is on
/// Linux.
///
/// JavaFX splits a run of such text where a line ends and has both halves shaped anew.
/// `PangoGlyphLayout` keeps the UTF-8 of each run until the layout is done, and shapes the first
/// half from the UTF-8 of the whole: the line shows too much, and the places of its letters are off
/// by as much. Written from right to left they are before the beginning of the text, and
/// `PrismTextLayout` throws out of the layout of the window, which never draws again. Whoever sends
/// an Arabic sentence could do that. JavaFX 26.0.2 and 27 do the same; the layouts of Windows and
/// macOS keep nothing.
///
/// So what keeps the UTF-8 is made to find nothing and to remember all that has to be freed.
final class PangoMend {
  private static final Logger LOG = LoggerFactory.getLogger(PangoMend.class);
  private static final String SHARED = "com.sun.javafx.text.GlyphLayoutManager";
  private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

  private PangoMend() {}

  /// Mends the layout that all text of the JavaFX thread goes through. Needs the packages
  /// `com.sun.javafx.text` and `com.sun.javafx.font.freetype` opened where JavaFX is modules.
  ///
  /// @return whether no text can break the layout any more
  static boolean apply() {
    try {
      var layout = field(Class.forName(SHARED), "REUSABLE_INSTANCE").get(null);
      if (layout.getClass().getName().equals(PANGO)) {
        field(layout.getClass(), "runUtf8").set(layout, new Forgetful());
      }
      return true;
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      LOG.warn("text from right to left can stop the window: {}", e.toString());
      return false;
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    var field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /// Addresses of UTF-8 by run: none is found again, all are there to be freed.
  private static final class Forgetful extends AbstractMap<Object, Long> {
    private final List<Long> addresses = new ArrayList<>();

    @Override
    @SuppressWarnings("NullAway") // as a map says that it has none
    public Long get(Object run) {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as a map says that there was none
    public Long put(Object run, Long address) {
      addresses.add(address);
      return null;
    }

    @Override
    public Collection<Long> values() {
      return addresses;
    }

    @Override
    public void clear() {
      addresses.clear();
    }

    @Override
    public Set<Map.Entry<Object, Long>> entrySet() {
      throw new UnsupportedOperationException("runs are not remembered");
    }
  }
}
