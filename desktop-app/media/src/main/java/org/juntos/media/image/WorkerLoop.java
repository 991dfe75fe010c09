package org.juntos.media.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Answers requests until its input ends. Whatever a decoder does with hostile bytes becomes an
/// answer here.
final class WorkerLoop {
  private static final int MAX_DETAIL = 200;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final int maxBytes;
  private final PixelDecoder decoder;
  private final Cleaning cleaning;
  private final CodeReader codes;

  WorkerLoop(DataInputStream in, DataOutputStream out, int maxBytes, long maxPixels) {
    this.in = in;
    this.out = out;
    this.maxBytes = maxBytes;
    this.decoder = new PixelDecoder(maxPixels);
    this.cleaning = new Cleaning(decoder);
    this.codes = new CodeReader(decoder);
  }

  @FunctionalInterface
  private interface Answer {
    void write() throws IOException;
  }

  void run() throws IOException {
    for (var operation = in.read(); operation >= 0; operation = in.read()) {
      var maxEdge = in.readInt();
      var length = in.readInt();
      if (length < 0 || length > maxBytes) {
        throw new IOException("request of " + length + " bytes");
      }
      var image = in.readNBytes(length);
      answer(operation, maxEdge, image).write();
      out.flush();
    }
  }

  /// Every decoder's own faults end here: they are the image's, not ours.
  private Answer answer(int operation, int maxEdge, byte[] image) {
    try {
      var format = ImageFormat.of(image);
      var cleans = operation == WorkerProtocol.CLEAN || operation == WorkerProtocol.CLEAN_ORIGINAL;
      if (format == null || (!cleans && !format.isDecoded())) {
        return refused(WorkerProtocol.UNKNOWN_FORMAT, "no known image format");
      }
      return switch (operation) {
        case WorkerProtocol.DECODE -> decode(format, maxEdge, image);
        case WorkerProtocol.READ_CODE -> read(format, image);
        default -> clean(format, operation, image);
      };
    } catch (TooManyPixels e) {
      return refused(WorkerProtocol.TOO_LARGE, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError _) {
      return refused(WorkerProtocol.TOO_LARGE, "more memory than allowed");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return refused(WorkerProtocol.DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  private Answer decode(ImageFormat format, int maxEdge, byte[] bytes) throws IOException {
    var header = decoder.header(format, bytes);
    var image = decoder.decode(header, bytes, maxEdge);
    var bgra = Encoding.bgra(image);
    return () -> {
      out.writeByte(WorkerProtocol.DECODED);
      out.writeInt(image.getWidth());
      out.writeInt(image.getHeight());
      out.write(bgra);
    };
  }

  private Answer read(ImageFormat format, byte[] bytes) throws IOException {
    var text = codes.read(decoder.header(format, bytes), bytes);
    return () -> {
      out.writeByte(WorkerProtocol.READ);
      out.writeUTF(text);
    };
  }

  private Answer clean(ImageFormat format, int operation, byte[] bytes) throws IOException {
    var original = operation == WorkerProtocol.CLEAN_ORIGINAL;
    var cleaned = cleaning.clean(format, bytes, original);
    return () -> {
      out.writeByte(WorkerProtocol.CLEANED);
      out.writeUTF(cleaned.format().name());
      out.writeInt(cleaned.width());
      out.writeInt(cleaned.height());
      out.writeUTF(cleaned.preview().blurhash());
      writeBytes(cleaned.preview().thumbnail().toArray());
      writeBytes(cleaned.bytes().array());
    };
  }

  private void writeBytes(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private Answer refused(int reason, String detail) {
    return () -> {
      out.writeByte(reason);
      out.writeUTF(detail.substring(0, Math.min(MAX_DETAIL, detail.length())));
    };
  }
}
