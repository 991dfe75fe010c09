package org.juntos.relay.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// What a store asks of the machine's disk. Tests put one in between that fails or is full.
@FunctionalInterface
interface Disk {
  /// The machine's own.
  Disk REAL = DataFolder::freeBytes;

  /// Free bytes of the file system that `folder` lies on.
  long freeBytes(DataFolder folder) throws IOException;

  /// Opens the database that `url` names.
  default Connection connect(String url, Properties settings) throws SQLException {
    return DriverManager.getConnection(url, settings);
  }

  /// Opens `file`.
  default FileChannel open(Path file, OpenOption... options) throws IOException {
    return FileChannel.open(file, options);
  }

  /// Makes the names in `folder` durable.
  default void sync(Path folder) throws IOException {
    DataFolder.sync(folder);
  }

  /// Deletes `file` if it is there.
  default void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
