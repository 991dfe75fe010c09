package org.juntos.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// Media held in memory, as a decrypting store would hand it out.
public final class BytesSource implements MediaSource {
  private final byte[] bytes;
  private final String mediaType;

  public BytesSource(byte[] bytes, String mediaType) {
    this.bytes = bytes.clone();
    this.mediaType = mediaType;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public SeekableByteChannel open() {
    return new BytesChannel(ByteBuffer.wrap(bytes));
  }

  private static final class BytesChannel implements SeekableByteChannel {
    private final ByteBuffer content;
    private boolean open = true;

    BytesChannel(ByteBuffer content) {
      this.content = content;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (!open) {
        throw new ClosedChannelException();
      }
      if (!content.hasRemaining()) {
        return -1;
      }
      var count = Math.min(into.remaining(), content.remaining());
      into.put(content.slice(content.position(), count));
      content.position(content.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return content.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      content.position((int) Math.min(position, content.limit()));
      return this;
    }

    @Override
    public long size() {
      return content.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
