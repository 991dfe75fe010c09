package org.juntos.cli.command;

import picocli.CommandLine.Option;

/// How many messages are wanted.
final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      converter = Count.class,
      description = "How many (${DEFAULT-VALUE}).")
  private int limit;

  int limit() {
    return limit;
  }
}
