package org.juntos.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where the program reads and writes, always UTF-8.
///
/// @param terminal whether a person sits there, who is shown progress on `err`
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
  /// Those of the process, whatever its locale says.
  public static Streams standard() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        isTerminal());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// From JDK 25 on there is no console again where nobody sits.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
