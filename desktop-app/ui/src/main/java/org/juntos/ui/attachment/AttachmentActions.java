package org.juntos.ui.attachment;

import javafx.stage.Window;
import org.juntos.engine.model.AttachmentView;

/// What can be asked of an attachment.
public interface AttachmentActions {
  /// Fetches it.
  void download(AttachmentView attachment);

  /// Stops its transfer.
  void cancelTransfer(AttachmentView attachment);

  /// Tries its upload again.
  void retryTransfer(AttachmentView attachment);

  /// Asks where, and writes it there, decrypted.
  ///
  /// @param owner the window that asks
  void save(AttachmentView attachment, Window owner);
}
