package org.juntos.ui.attachment;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.juntos.engine.model.AttachmentView;

/// An attachment that keeps its identity while its transfer moves on.
public final class AttachmentItem {
  private final ReadOnlyObjectWrapper<AttachmentView> view;

  /// As it is now.
  public AttachmentItem(AttachmentView view) {
    this.view = new ReadOnlyObjectWrapper<>(view);
  }

  /// How it is now.
  public ReadOnlyObjectProperty<AttachmentView> view() {
    return view.getReadOnlyProperty();
  }

  /// Takes over what changed.
  public void update(AttachmentView now) {
    view.set(now);
  }
}
