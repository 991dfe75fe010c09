package org.juntos.media;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/// Where the bytes of received media come from: usually a channel that decrypts while it is read,
/// so that nothing decoded is ever a plain file on disk.
public interface MediaSource {
  /// Opens the bytes anew; may be called several times, from several threads. The caller closes it.
  ///
  /// @throws IOException when the bytes are gone or fail verification
  SeekableByteChannel open() throws IOException;

  /// What the author said it is: a hint, never trusted.
  String mediaType();

  /// What lies in memory.
  static MediaSource of(byte[] bytes, String mediaType) {
    return new HeldMedia(bytes.clone(), mediaType);
  }

  /// A file of the person's.
  static MediaSource of(Path file) {
    return new FileMedia(file);
  }
}
