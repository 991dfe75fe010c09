package org.juntos.cli.output;

import java.io.IOException;
import java.io.PrintStream;

/// Prints lines, one JSON object each or as plain text, of which no character can command the
/// terminal.
public final class Printer implements Output {
  private final PrintStream stream;
  private final boolean json;

  public Printer(PrintStream stream, boolean json) {
    this.stream = stream;
    this.json = json;
  }

  @Override
  public synchronized void print(Line line) throws IOException {
    stream.print((json ? JsonText.write(line.json()) : PlainText.lines(line.text())) + "\n");
    if (stream.checkError()) { // flushes first
      throw new IOException("the output is closed");
    }
  }
}
