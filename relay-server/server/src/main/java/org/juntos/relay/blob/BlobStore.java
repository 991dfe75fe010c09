package org.juntos.relay.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Encrypted files, durable. Thread-safe.
public interface BlobStore {
  /// Makes room for a file.
  ///
  /// @param accountLimit bytes of files that accounts have room for which have no share of their
  ///   own
  Created create(String id, AccountId owner, long length, long accountLimit, Instant expiresAt)
      throws IOException;

  /// The file `id` as far as it is here; null when there is none.
  @Nullable Upload find(String id) throws IOException;

  /// Appends `content` at the end of what is here, at most up to the whole length. When this
  /// returns or throws, what was appended is durable. At most one caller for each file at a time.
  ///
  /// @return bytes that are here now
  long append(Upload upload, InputStream content) throws IOException;

  /// Drops what came after the bytes that `upload` had; durable on return.
  void cut(Upload upload) throws IOException;

  /// Keeps a file that is whole until `expiresAt`.
  void complete(String id, Instant expiresAt) throws IOException;

  /// Opens a whole file that is not empty.
  SeekableByteChannel read(Upload upload) throws IOException;

  /// Deletes the file `id`. Nobody appends to it meanwhile.
  void delete(String id) throws IOException;

  /// Deletes at most `atMost` files that expired before `now`; returns how many.
  int expire(Instant now, int atMost) throws IOException;

  /// What became of a request for room.
  enum Created {
    /// There is room.
    MADE,
    /// The account has too much already.
    ACCOUNT_FULL,
    /// The disk has too little left.
    DISK_FULL,
    /// There is no such account.
    NO_ACCOUNT
  }
}
