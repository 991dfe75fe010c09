package org.juntos.cli.command;

import picocli.CommandLine.Parameters;

/// Which message something is done to.
class MessageParameter {
  @Parameters(
      index = "0",
      paramLabel = "MESSAGE",
      description = "Its id, or 4 characters of it or more, as in history.")
  private String id = "";

  String id() {
    return id;
  }
}
