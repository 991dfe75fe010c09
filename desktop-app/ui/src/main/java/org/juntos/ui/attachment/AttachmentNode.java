package org.juntos.ui.attachment;

/// A node that watches its attachment until closed.
interface AttachmentNode extends AutoCloseable {
  /// Opens, plays or fetches it.
  void activate();

  @Override
  void close();
}
