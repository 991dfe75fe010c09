package org.juntos.cli.command;

import org.juntos.cli.verb.Search;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which part of many messages is wanted.
final class PageOptions {
  @Mixin private LimitOption limit = new LimitOption();

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on where a page ended: its `next`.")
  private String cursor = "";

  Search.Page page() {
    return new Search.Page(cursor, limit.limit());
  }
}
