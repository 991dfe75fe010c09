package org.juntos.relay.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/// The real disk, with faults in its calls. Nothing is flushed: what is asked here is what the
/// program does after a fault, not what the hardware keeps.
final class FaultyDisk implements Disk {
  private final Faults faults = new Faults();
  private final AtomicInteger connected = new AtomicInteger();

  Faults faults() {
    return faults;
  }

  /// Connections that have not been closed.
  int connected() {
    return connected.get();
  }

  @Override
  public long freeBytes(DataFolder folder) {
    return Long.MAX_VALUE;
  }

  @Override
  public Connection connect(String url, Properties settings) throws SQLException {
    var unflushed = new Properties();
    unflushed.putAll(settings);
    unflushed.setProperty("synchronous", "OFF");
    if (faults.next("connect") != Faults.Fate.MADE) {
      throw new SQLException("fault: connect");
    }
    connected.incrementAndGet();
    var real = REAL.connect(url, unflushed);
    return FaultyJdbc.wrap(Connection.class, real, faults, connected::decrementAndGet);
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    before("open");
    return new FaultyChannel(REAL.open(file, options), faults);
  }

  @Override
  public void sync(Path folder) throws IOException {
    before("sync");
  }

  @Override
  public void delete(Path file) throws IOException {
    var fate = faults.next("delete");
    if (fate != Faults.Fate.REFUSED) {
      REAL.delete(file);
    }
    if (fate != Faults.Fate.MADE) {
      throw new IOException("fault: delete");
    }
  }

  private void before(String what) throws IOException {
    if (faults.next(what) != Faults.Fate.MADE) {
      throw new IOException("fault: " + what);
    }
  }
}
