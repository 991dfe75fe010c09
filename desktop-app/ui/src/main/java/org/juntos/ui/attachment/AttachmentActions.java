package org.juntos.ui.attachment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;

/// What can be asked of an attachment.
public interface AttachmentActions {
  /// Fetches it.
  void download(AttachmentView attachment);

  /// Stops its transfer.
  void cancelTransfer(AttachmentView attachment);

  /// Tries its upload again.
  void retryTransfer(AttachmentView attachment);

  /// The person has begun to hear a sound.
  void played(AttachmentView sound);

  /// The voice message that is heard when this sound is over; null for none.
  @Nullable AttachmentView next(AttachmentView sound);

  /// Asks where, and writes it there, decrypted.
  ///
  /// @param owner the window that asks
  /// @param saved told where it is, when it is there
  void save(AttachmentView attachment, Window owner, Consumer<Path> saved);

  /// Asks for a folder, and writes all of them there, decrypted, beside whatever is there; then
  /// shows the folder. What cannot be written is left out, and told.
  ///
  /// @param owner the window that asks
  void saveAll(List<AttachmentView> attachments, Window owner);

  /// Gives the program that the system has for such files a copy of it.
  void open(AttachmentView attachment);

  /// Shows a file where it was saved.
  void show(Path saved);
}
