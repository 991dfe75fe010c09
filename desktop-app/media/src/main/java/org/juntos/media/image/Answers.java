package org.juntos.media.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.juntos.media.CodeResult;
import org.juntos.media.DecodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaDescription;
import org.juntos.media.Octets;

/// Reads a worker's answers and believes none of their numbers: a decoder may have been taken over.
final class Answers {
  private static final int MAX_BLURHASH = 64;
  private static final int MAX_SIDE = 1 << 20;

  private final DataInputStream in;

  Answers(DataInputStream in) {
    this.in = in;
  }

  /// @throws IOException when the answer is cut off or nonsense; the worker must be ended then
  DecodeResult decoded(int maxEdge) throws IOException {
    var kind = in.readUnsignedByte();
    if (kind != WorkerProtocol.DECODED) {
      return new DecodeResult.Refused(reason(kind), in.readUTF());
    }
    var width = number(1, maxEdge);
    var height = number(1, maxEdge);
    var bgra = ByteBuffer.wrap(array(Math.multiplyExact(4 * width, height)));
    return new DecodeResult.Pixels(width, height, bgra);
  }

  /// @throws IOException when the answer is cut off or nonsense; the worker must be ended then
  CleanResult cleaned(int maxBytes) throws IOException {
    var kind = in.readUnsignedByte();
    if (kind != WorkerProtocol.CLEANED) {
      return new CleanResult.Refused(reason(kind), in.readUTF());
    }
    var format = format(in.readUTF());
    var width = number(1, MAX_SIDE);
    var height = number(1, MAX_SIDE);
    var blurhash = blurhash(in.readUTF());
    var thumbnail = Octets.of(array(number(0, MediaDescription.MAX_THUMBNAIL_BYTES)));
    var image = ByteBuffer.wrap(array(number(0, maxBytes)));
    return new CleanResult.Cleaned(format, image, width, height, new Preview(blurhash, thumbnail));
  }

  /// @throws IOException when the answer is cut off or nonsense; the worker must be ended then
  CodeResult read() throws IOException {
    var kind = in.readUnsignedByte();
    if (kind != WorkerProtocol.READ) {
      return new CodeResult.Refused(reason(kind), in.readUTF());
    }
    var text = in.readUTF();
    if (text.length() > CodeResult.MAX_TEXT) {
      throw new IOException("worker answered " + text.length() + " characters");
    }
    return text.isEmpty() ? new CodeResult.None() : new CodeResult.Text(text);
  }

  private int number(int least, int most) throws IOException {
    var number = in.readInt();
    if (number < least || number > most) {
      throw new IOException("worker answered " + number);
    }
    return number;
  }

  private byte[] array(int length) throws IOException {
    var bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static ImageFormat format(String name) throws IOException {
    for (var format : ImageFormat.values()) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw new IOException("worker answered no format");
  }

  private static String blurhash(String text) throws IOException {
    if (text.length() > MAX_BLURHASH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IOException("worker answered no blurhash");
    }
    return text;
  }

  private static Reason reason(int kind) throws IOException {
    return switch (kind) {
      case WorkerProtocol.UNKNOWN_FORMAT -> Reason.UNKNOWN_FORMAT;
      case WorkerProtocol.DAMAGED -> Reason.DAMAGED;
      case WorkerProtocol.TOO_LARGE -> Reason.TOO_LARGE;
      default -> throw new IOException("worker answered " + kind);
    };
  }
}
