package org.juntos.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// Media that lies in memory, such as a small picture that came inside a message.
final class HeldMedia implements MediaSource {
  private final byte[] bytes;
  private final String mediaType;

  HeldMedia(byte[] bytes, String mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  @Override
  public SeekableByteChannel open() {
    return new Channel(bytes);
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  private static final class Channel implements SeekableByteChannel {
    private final byte[] bytes;
    private long position;
    private boolean open = true;

    Channel(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (!open) {
        throw new ClosedChannelException();
      }
      if (position >= bytes.length) {
        return -1;
      }
      var count = (int) Math.min(into.remaining(), bytes.length - position);
      into.put(bytes, (int) position, count);
      position += count;
      return count;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long next) {
      position = next;
      return this;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }
  }
}
