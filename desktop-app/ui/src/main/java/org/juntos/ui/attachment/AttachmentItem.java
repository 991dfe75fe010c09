package org.juntos.ui.attachment;

import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.juntos.engine.model.AttachmentView;

/// An attachment that keeps its identity while its transfer moves on.
public final class AttachmentItem {
  private final ReadOnlyObjectWrapper<AttachmentView> view;
  private final ReadOnlyBooleanWrapper unheard = new ReadOnlyBooleanWrapper();
  private final Pace pace = new Pace();

  /// As it is now.
  public AttachmentItem(AttachmentView view, Instant now) {
    this.view = new ReadOnlyObjectWrapper<>(view);
    pace.note(view, now);
  }

  /// How it is now.
  public ReadOnlyObjectProperty<AttachmentView> view() {
    return view.getReadOnlyProperty();
  }

  /// Whether it is a voice message that the person has not played.
  ReadOnlyBooleanProperty unheard() {
    return unheard.getReadOnlyProperty();
  }

  /// It was played, or was not.
  public void unheard(boolean now) {
    unheard.set(now);
  }

  /// Takes over what changed.
  public void update(AttachmentView changed, Instant now) {
    pace.note(changed, now);
    view.set(changed);
  }

  /// Its size, or how far it is, in a word.
  String brief() {
    return Transfers.brief(view.get());
  }

  /// Its size, or how far it is and how long that still takes.
  String detail() {
    return Transfers.detail(view.get(), pace.left());
  }
}
