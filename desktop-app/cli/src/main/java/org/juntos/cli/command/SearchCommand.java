package org.juntos.cli.command;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Search;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = {
      "Find messages in all history, newest first.",
      "All words have to be there, as parts of others too; upper case, accents and marks make no"
          + " difference. Words in quotation marks have to follow each other. File names count."
    })
final class SearchCommand implements VerbCommand {
  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description =
          "Words, and filters as they are typed in the app: from:ana has:link on:2026-05.")
  private List<String> query = List.of();

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "Who wrote it, or `me`; given twice, one of them.")
  private List<String> from = List.of();

  @Option(names = "--in", paramLabel = "CONTACT", description = "Only this conversation.")
  private String in = "";

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "Sent before that day (2026-05-31), month (2026-05) or year.")
  private String before = "";

  @Option(names = "--after", paramLabel = "DATE", description = "Sent after it.")
  private String after = "";

  @Option(
      names = "--has",
      paramLabel = "KIND",
      description = "image, video, audio, voice, file or link; given twice, all of them.")
  private List<String> has = List.of();

  @Option(names = "--starred", description = "Only messages that you have starred.")
  private boolean starred;

  @Option(names = "--no-total", description = "Do not count all there are.")
  private boolean uncounted;

  @Mixin private PageOptions page = new PageOptions();

  @Override
  public Verb verb(InputStream input) throws Refusal {
    var text = Texts.checked(String.join(" ", query));
    return new Search(
        new Search.Wanted(text, from, before, after, has, starred),
        in,
        page.page(),
        !uncounted,
        ZoneId.systemDefault());
  }
}
