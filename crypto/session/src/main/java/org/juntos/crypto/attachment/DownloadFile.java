package org.juntos.crypto.attachment;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.juntos.content.Attachment;
import org.juntos.crypto.attachment.FileCheck.Intact;
import org.juntos.crypto.attachment.FileCheck.Tampered;
import org.juntos.crypto.attachment.FileCheck.Truncated;

/// A ciphertext on its way from the relay, verified as it is written. What was written before is
/// kept, so a download goes on where it broke off.
///
/// Not for use by several threads.
public final class DownloadFile implements AutoCloseable {
  private final FileChannel channel;
  private final DigestProgress progress;

  private DownloadFile(FileChannel channel, DigestProgress progress) {
    this.channel = channel;
    this.progress = progress;
  }

  /// Opens or makes `file`, and reads again what is there already.
  ///
  /// @param file incomplete; not used by anyone else
  public static DownloadFile open(Path file, Attachment attachment) throws IOException {
    var progress = new DigestProgress(attachment);
    var channel = FileChannel.open(file, CREATE, APPEND);
    try (var present = Files.newInputStream(file)) {
      progress.readAll(present);
      return new DownloadFile(channel, progress);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Where the next byte goes; the offset to ask the relay for.
  public long position() {
    return progress.size();
  }

  /// Bytes that are still to come; negative when there are too many.
  public long missingBytes() {
    return progress.missing();
  }

  /// Appends what the relay sent.
  ///
  /// @return false, with nothing written, when that is more than the file has: stop, and call
  ///   [#finish]
  public boolean write(byte[] bytes, int offset, int length) throws IOException {
    if (length > progress.missing()) {
      return false;
    }
    var buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    progress.update(bytes, offset, length);
    return true;
  }

  /// Judges what is there; call it once. An intact file is on disk when this returns. A tampered
  /// one is emptied, so that the next try starts from nothing; a truncated one is kept.
  public FileCheck finish() throws IOException {
    var verdict = progress.verdict();
    switch (verdict) {
      case Intact() -> channel.force(true);
      case Tampered(var _) -> channel.truncate(0);
      case Truncated(var _, var _) -> channel.force(false);
    }
    return verdict;
  }

  /// Keeps the file as it is.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
