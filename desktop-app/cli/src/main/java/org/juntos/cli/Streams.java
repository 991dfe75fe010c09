package org.juntos.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where the program reads and writes, always UTF-8.
public record Streams(InputStream in, PrintStream out, PrintStream err) {
  /// Those of the process, whatever its locale says.
  public static Streams standard() {
    return new Streams(
        new FileInputStream(FileDescriptor.in), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
