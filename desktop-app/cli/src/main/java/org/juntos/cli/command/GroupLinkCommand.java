package org.juntos.cli.command;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Groups;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.GroupWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "link",
    description =
        "Tell the link by which people come in; with an option, make another one in its place.")
final class GroupLinkCommand implements VerbCommand {
  @Parameters(paramLabel = "GROUP")
  private String group = "";

  @Option(
      names = "--expires",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "For how long it is good.")
  private @Nullable Duration expires;

  @Option(
      names = "--uses",
      paramLabel = "N",
      converter = Count.class,
      description = "How many may come in by it.")
  private int uses;

  @Option(names = "--approval", description = "Somebody has to let them in.")
  private boolean approval;

  @Option(names = "--off", description = "Nobody comes in by a link any more.")
  private boolean off;

  @Override
  public Verb verb(InputStream input) throws Refusal {
    boolean made = expires != null || uses > 0 || approval;
    if (made && off) {
      throw Refusal.of("usage", "Give --off alone.", "");
    }
    if (off) {
      return new Groups.Change(group, (_, _) -> new GroupWish.DropLink(), Times.SETTLE);
    }
    var link = new GroupWish.MakeLink(expires, uses, approval);
    return made
        ? new Groups.Change(group, (_, _) -> link, Times.SETTLE)
        : new Groups.Link(group, Times.SETTLE);
  }
}
