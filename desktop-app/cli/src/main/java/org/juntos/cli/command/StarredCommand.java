package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Starred;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "starred", description = "The starred messages, the last star first.")
final class StarredCommand implements VerbCommand {
  @Mixin private LimitOption limit = new LimitOption();

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out so many.")
  private int skip;

  @Override
  public Verb verb(InputStream input) {
    return new Starred(Math.max(0, skip), limit.limit());
  }
}
