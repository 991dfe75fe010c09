package org.juntos.cli.verb;

import java.io.IOException;
import org.juntos.cli.output.Output;

/// One thing that can be asked.
public interface Verb {
  /// Does what must happen in the order of asking: looks things up, commits. The rest may go on
  /// while others begin.
  ///
  /// @throws Refusal when it cannot be done; nothing was changed
  Rest begin(Desk desk) throws Refusal, InterruptedException, IOException;

  /// Whether it answers with any number of lines, not with exactly one.
  default boolean isList() {
    return false;
  }

  /// Whether the relay is needed.
  default boolean isOnline() {
    return true;
  }

  /// Whether it works before there is an account.
  default boolean isForNewcomers() {
    return false;
  }

  /// What is left: to wait, perhaps, and to answer.
  @FunctionalInterface
  interface Rest {
    void finish(Output output) throws Refusal, InterruptedException, IOException;
  }
}
