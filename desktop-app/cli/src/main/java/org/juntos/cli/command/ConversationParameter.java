package org.juntos.cli.command;

import picocli.CommandLine.Parameters;

/// Which conversation is meant.
final class ConversationParameter {
  @Parameters(
      index = "0",
      paramLabel = "CONVERSATION",
      description = "A contact, or a group: its conversation id, the beginning of that, or a name.")
  private String wanted = "";

  String wanted() {
    return wanted;
  }
}
