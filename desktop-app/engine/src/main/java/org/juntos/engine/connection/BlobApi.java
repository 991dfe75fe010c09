package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// Encrypted blobs, up and down, to be resumed at any byte. Interrupting the calling thread
/// cancels.
public interface BlobApi {
  /// Makes room for `size` bytes; returns the name of the blob.
  RelayResult<String> create(long size) throws IOException;

  /// How many bytes of an unfinished upload the relay has.
  RelayResult<Long> offset(String blob) throws IOException;

  /// Appends what `source` yields, up to the size of the blob, from `offset` on.
  ///
  /// @param source positioned at `offset`; not closed
  /// @return how many bytes the relay has now
  RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException;

  /// Writes the blob from byte `from` on to `sink`, which is not closed.
  ///
  /// @return the size of the whole blob
  RelayResult<Long> download(String blob, long from, WritableByteChannel sink, Progress progress)
      throws IOException;

  /// Hears how far a transfer is, at most once for each few tens of kilobytes.
  @FunctionalInterface
  interface Progress {
    /// @param bytes of the whole blob that are there now
    void transferred(long bytes);
  }
}
