package org.juntos.ui.compose;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkPreview;
import org.juntos.content.WebLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.ui.fx.EngineLink;

/// Looks at the first link of what is being written, when previews are on, and keeps what came of
/// it until the link is not in the text any more or the person leaves it out.
final class LinkLook {
  private final Consumer<String> look;
  private final ReadOnlyObjectWrapper<@Nullable LinkPreview> preview =
      new ReadOnlyObjectWrapper<>();
  private final Set<String> known = new HashSet<>();
  private String wanted = "";

  LinkLook(EngineLink engine) {
    look = address -> engine.submit(asking(address), outcome -> answered(address, outcome));
  }

  private static Intent asking(String address) {
    return new PreviewIntent.LookAtLink(address);
  }

  ReadOnlyObjectProperty<@Nullable LinkPreview> preview() {
    return preview.getReadOnlyProperty();
  }

  /// The text is this now; what is looked at has rested for a moment.
  void rested(String text) {
    var first = first(text);
    changed(text);
    if (!first.isEmpty() && known.add(first)) {
      wanted = first;
      look.accept(first);
    }
  }

  /// The text has changed: a link that something follows is whole, and can be looked at.
  void typed(String text) {
    var links = WebLinks.in(text);
    if (!links.isEmpty() && links.getFirst().end() < text.length()) {
      rested(text);
    } else {
      changed(text);
    }
  }

  /// What is not in the text any more is not shown.
  private void changed(String text) {
    var shown = preview.get();
    if (shown != null && !shown.standsIn(text)) {
      preview.set(null);
      known.remove(shown.address());
    }
  }

  private static String first(String text) {
    var links = WebLinks.in(text);
    return links.isEmpty() || !links.getFirst().doubts().isEmpty() ? "" : links.getFirst().text();
  }

  private void answered(String address, Outcome outcome) {
    if (outcome instanceof Outcome.Previewed(var shown) && wanted.equals(address)) {
      preview.set(shown);
    }
  }

  /// The message goes without.
  void leaveOut() {
    preview.set(null);
    wanted = "";
  }

  /// What goes along with a text; the next one begins anew.
  @Nullable LinkPreview take(String text) {
    var shown = preview.get();
    preview.set(null);
    wanted = "";
    known.clear();
    return shown != null && shown.standsIn(text) ? shown : null;
  }
}
