package org.juntos.relay.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.NoRoomException;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Blobs as files; what is known of them in SQLite. The row comes before the file and goes after
/// it, so no file is ever forgotten.
public final class FileBlobs implements BlobStore {
  private static final int BUFFER_BYTES = 64 * 1024;

  /// How much is written between two looks at the free disk space.
  private static final int BUFFERS_BETWEEN_LOOKS = 64;

  private final Database database;
  private final Disk disk;
  private final Path folder;

  FileBlobs(Database database, Disk disk, Path folder) {
    this.database = database;
    this.disk = disk;
    this.folder = folder;
  }

  @Override
  public Created create(
      String id, AccountId owner, long length, long accountLimit, Instant expiresAt)
      throws IOException {
    if (!database.space().hasRoomFor(length)) {
      return Created.DISK_FULL;
    }
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              var room = new Room(statements, owner);
              return room.take(id, length, accountLimit, expiresAt.toEpochMilli());
            }));
  }

  /// Room of one account, in the writer's running transaction.
  private record Room(Statements statements, AccountId owner) {
    Created take(String id, long length, long accountLimit, long expiresMs) throws SQLException {
      var query =
          statements.of(
              """
              SELECT a.id,
                (SELECT coalesce(sum(u.length_bytes), 0) FROM upload u WHERE u.account = a.id)
                + (SELECT coalesce(sum(length(p.ciphertext)), 0) FROM profile p
                   WHERE p.account = a.id),
                coalesce((SELECT s.bytes FROM file_share s WHERE s.account = a.id), ?)
              FROM account a WHERE a.aci = ?
              """);
      query.setLong(1, accountLimit);
      query.setBytes(2, owner.bytes().toArray());
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          return Created.NO_ACCOUNT;
        }
        if (row.getLong(2) > row.getLong(3) - length) {
          return Created.ACCOUNT_FULL;
        }
        insert(id, row.getLong(1), length, expiresMs);
        return Created.MADE;
      }
    }

    private void insert(String id, long account, long length, long expiresMs) throws SQLException {
      var insert =
          statements.of(
              """
              INSERT INTO upload (id, account, length_bytes, expires_ms) VALUES (?, ?, ?, ?)
              """);
      insert.setString(1, id);
      insert.setLong(2, account);
      insert.setLong(3, length);
      insert.setLong(4, expiresMs);
      insert.executeUpdate();
    }
  }

  @Override
  public @Nullable Upload find(String id) throws IOException {
    return database
        .readers()
        .<@Nullable Upload>read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT a.aci, u.length_bytes, u.expires_ms
                  FROM upload u JOIN account a ON a.id = u.account
                  WHERE u.id = ?
                  """);
          query.setString(1, id);
          try (var row = query.executeQuery()) {
            return row.next()
                ? new Upload(
                    id,
                    AccountId.of(Bytes.of(row.getBytes(1))),
                    row.getLong(2),
                    size(file(id)),
                    Instant.ofEpochMilli(row.getLong(3)))
                : null;
          }
        });
  }

  private static long size(Path file) {
    return file.toFile().length(); // zero when it is not there yet
  }

  private Path file(String id) {
    return file(folder, id);
  }

  /// Where in `folder` a file lies.
  static Path file(Path folder, String id) {
    return shelf(folder, id).resolve(id);
  }

  /// Files are spread over 256 folders.
  private static Path shelf(Path folder, String id) {
    return folder.resolve(id.substring(0, 2));
  }

  @Override
  public long append(Upload upload, InputStream content) throws IOException {
    var file = file(upload.id());
    boolean made = !Files.exists(file);
    Files.createDirectories(shelf(folder, upload.id()));
    try (var channel = disk.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (made) {
        refuseIfGone(upload.id(), file);
      }
      try {
        copy(content, channel.position(upload.offset()), upload.length() - upload.offset());
      } finally {
        keep(upload, channel);
      }
      return channel.size();
    }
  }

  /// Makes what came durable. What the system could not write it may forget without another word,
  /// so that is cut off, and the client sends it again.
  private void keep(Upload upload, FileChannel channel) throws IOException {
    try {
      channel.force(true);
      if (upload.offset() == 0) {
        disk.sync(shelf(folder, upload.id()));
        disk.sync(folder);
      }
    } catch (IOException failed) {
      cutOff(upload, channel, failed);
      throw failed;
    }
  }

  private static void cutOff(Upload upload, FileChannel channel, IOException why) {
    try {
      channel.truncate(upload.offset());
    } catch (IOException failed) {
      why.addSuppressed(failed);
    }
  }

  /// A file that was made after its row went would lie there for ever.
  private void refuseIfGone(String id, Path file) throws IOException {
    if (find(id) == null) {
      disk.delete(file);
      throw new IOException("the upload was deleted meanwhile");
    }
  }

  @Override
  public void cut(Upload upload) throws IOException {
    try (var channel = disk.open(file(upload.id()), StandardOpenOption.WRITE)) {
      channel.truncate(upload.offset());
      channel.force(true);
    }
  }

  private void copy(InputStream content, FileChannel channel, long most) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long left = most;
    for (int i = 0; left > 0; i++) {
      if (i % BUFFERS_BETWEEN_LOOKS == 0 && !database.space().hasRoomFor(BUFFER_BYTES)) {
        throw new NoRoomException();
      }
      int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return;
      }
      var bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      left -= read;
    }
  }

  @Override
  public void complete(String id, Instant expiresAt) throws IOException {
    int changed =
        database
            .writer()
            .write(
                Mutation.shrinking(statements -> {
                  var update =
                      statements.of(
                          """
                          UPDATE upload SET expires_ms = ? WHERE id = ? AND expires_ms > 0
                          """);
                  update.setLong(1, expiresAt.toEpochMilli());
                  update.setString(2, id);
                  return update.executeUpdate();
                }));
    if (changed == 0) {
      throw new IOException("the upload expired meanwhile");
    }
  }

  @Override
  public SeekableByteChannel read(Upload upload) throws IOException {
    return disk.open(file(upload.id()), StandardOpenOption.READ);
  }

  @Override
  public void delete(String id) throws IOException {
    discard(List.of(id));
  }

  @Override
  public int expire(Instant now, int atMost) throws IOException {
    var expired = database.readers().read(statements -> expired(statements, now, atMost));
    return expired.isEmpty() ? 0 : discard(expired);
  }

  /// Files go before their rows, so that a kill forgets none, and once more after them: an append
  /// that looked before may have made one.
  private int discard(List<String> ids) throws IOException {
    deleteFiles(ids);
    int deleted =
        database
            .writer()
            .write(
                Mutation.shrinking(statements -> {
                  var delete = statements.of("DELETE FROM upload WHERE id = ?");
                  int rows = 0;
                  for (var id : ids) {
                    delete.setString(1, id);
                    rows += delete.executeUpdate();
                  }
                  return rows;
                }));
    deleteFiles(ids);
    return deleted;
  }

  private void deleteFiles(List<String> ids) throws IOException {
    for (var id : ids) {
      disk.delete(file(id));
    }
  }

  private static List<String> expired(Statements statements, Instant now, int atMost)
      throws SQLException {
    var query = statements.of("SELECT id FROM upload WHERE expires_ms <= ? LIMIT ?");
    query.setLong(1, now.toEpochMilli());
    query.setInt(2, atMost);
    var ids = new ArrayList<String>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }
}
