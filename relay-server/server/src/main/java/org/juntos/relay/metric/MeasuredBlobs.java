package org.juntos.relay.metric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.Upload;
import org.juntos.wire.AccountId;

/// A blob store that counts the files that come in.
record MeasuredBlobs(BlobStore store, Audit audit) implements BlobStore {
  @Override
  public Created create(
      String id, AccountId owner, long length, long accountLimit, Instant expiresAt)
      throws IOException {
    var created = store.create(id, owner, length, accountLimit, expiresAt);
    if (created == Created.MADE) {
      audit.file(length);
    }
    return created;
  }

  @Override
  public @Nullable Upload find(String id) throws IOException {
    return store.find(id);
  }

  @Override
  public long append(Upload upload, InputStream content) throws IOException {
    return store.append(upload, content);
  }

  @Override
  public void cut(Upload upload) throws IOException {
    store.cut(upload);
  }

  @Override
  public void complete(String id, Instant expiresAt) throws IOException {
    store.complete(id, expiresAt);
  }

  @Override
  public SeekableByteChannel read(Upload upload) throws IOException {
    return store.read(upload);
  }

  @Override
  public void delete(String id) throws IOException {
    store.delete(id);
  }

  @Override
  public int expire(Instant now, int atMost) throws IOException {
    return store.expire(now, atMost);
  }
}
