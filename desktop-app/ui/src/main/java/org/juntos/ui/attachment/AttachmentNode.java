package org.juntos.ui.attachment;

/// A node that watches its attachment until closed.
interface AttachmentNode extends AutoCloseable {
  @Override
  void close();
}
