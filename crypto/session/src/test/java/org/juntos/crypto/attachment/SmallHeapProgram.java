package org.juntos.crypto.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// Encrypts a file far larger than its heap, downloads and decrypts it; run by [StreamingTest].
final class SmallHeapProgram {
  private static final int SIZE = 40 * 1024 * 1024;

  private SmallHeapProgram() {}

  public static void main(String[] arguments) throws IOException {
    var cipher = EncryptedFiles.cipher();
    var file = cipher.encrypt(new Zeros(SIZE), Path.of(arguments[0]), _ -> {});
    var counting = new Counting();
    var check = cipher.decryptTo(Path.of(arguments[0]), EncryptedFiles.describe(file), counting);
    if (check.equals(new FileCheck.Intact())) {
      System.out.println(counting.size + " bytes came back");
    }
  }

  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int size = Math.min(left, length);
      left -= size;
      return size;
    }
  }

  private static final class Counting extends OutputStream {
    private long size;

    @Override
    public void write(int octet) {
      size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      size += length;
    }
  }
}
