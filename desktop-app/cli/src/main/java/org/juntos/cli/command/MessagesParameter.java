package org.juntos.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// Which messages something is done with.
final class MessagesParameter {
  @Parameters(
      arity = "1..*",
      paramLabel = "MESSAGE",
      description = "Their ids, or 4 characters of them or more, as in history.")
  private List<String> ids = new ArrayList<>();

  List<String> ids() {
    return ids;
  }
}
