package org.juntos.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.Saying;
import picocli.CommandLine.Option;

/// What is to be made of a text.
final class SayingOptions {
  @Option(
      names = "--marks",
      description = "*bold*, _italic_, ~struck~, `code` and ||spoiler|| are marks.")
  private boolean marks;

  @Option(
      names = "--mention",
      paramLabel = "PERSON",
      description = "@PERSON in the text names them; may be given several times.")
  private List<String> mentions = new ArrayList<>();

  Saying saying(boolean preview) {
    return new Saying(marks, mentions, preview);
  }
}
