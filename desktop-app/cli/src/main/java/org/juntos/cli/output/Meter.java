package org.juntos.cli.output;

import java.io.PrintStream;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;

/// One line for whoever sits at the terminal, written over and over: how far the files of a message
/// are.
public final class Meter {
  private static final String START_OF_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final boolean watched;
  private String shown = "";

  /// @param watched whether `terminal` is one; otherwise nothing is written
  public Meter(PrintStream terminal, boolean watched) {
    this.terminal = terminal;
    this.watched = watched;
  }

  /// Shows the first file of `entry` that is in work; nothing when there is none.
  public void show(EntryView entry) {
    write(
        entry.attachments().stream()
            .map(Meter::line)
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse(""));
  }

  /// Leaves an empty line for what comes next.
  public void clear() {
    write("");
  }

  private void write(String line) {
    if (watched && !line.equals(shown)) {
      shown = line;
      terminal.print(START_OF_LINE + line);
      terminal.flush();
    }
  }

  private static String line(AttachmentView file) {
    return switch (file.state()) {
      case PREPARING -> "preparing " + PlainText.safe(file.fileName()) + percent(file);
      case RUNNING -> "uploading " + PlainText.safe(file.fileName()) + percent(file);
      case OFFERED, WAITING, HERE, CANCELLED, FAILED -> "";
    };
  }

  private static String percent(AttachmentView file) {
    long percent = file.transferTotal() > 0 ? 100 * file.transferred() / file.transferTotal() : 0;
    return percent > 0 ? ": " + percent + " %" : "";
  }
}
