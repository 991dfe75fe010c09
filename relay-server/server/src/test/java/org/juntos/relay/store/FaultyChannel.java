package org.juntos.relay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// A file with faults in its calls; a write that fails has written a half.
final class FaultyChannel extends FileChannel {
  private final FileChannel real;
  private final Faults faults;

  FaultyChannel(FileChannel real, Faults faults) {
    this.real = real;
    this.faults = faults;
  }

  private interface Call<T extends @Nullable Object> {
    T make() throws IOException;
  }

  private <T extends @Nullable Object> T call(String what, Call<T> call) throws IOException {
    var fate = faults.next(what);
    if (fate == Faults.Fate.REFUSED) {
      throw new IOException("fault: " + what);
    }
    var result = call.make();
    if (fate == Faults.Fate.LOST) {
      throw new IOException("fault after: " + what);
    }
    return result;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    var fate = faults.next("write");
    if (fate == Faults.Fate.MADE) {
      return real.write(source);
    }
    real.write(source.slice(source.position(), source.remaining() / 2));
    throw new IOException("fault: write");
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return call("read", () -> real.read(target));
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return call("read", () -> real.read(target, position));
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long newPosition) throws IOException {
    real.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return call("size", real::size);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    call("truncate", () -> real.truncate(size));
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    call("force", () -> this);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
    call("close", () -> this);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return call("read", () -> real.read(targets, offset, length));
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return call("write", () -> real.write(sources, offset, length));
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return call("write", () -> real.write(source, position));
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return call("read", () -> real.transferTo(position, count, target));
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return call("write", () -> real.transferFrom(source, position, count));
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return call("map", () -> real.map(mode, position, size));
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return call("lock", () -> real.lock(position, size, shared));
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return this.<@Nullable FileLock>call("lock", () -> real.tryLock(position, size, shared));
  }
}
