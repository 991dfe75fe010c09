package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Groups;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.GroupWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "set",
    description = "Change what a group is called and looks like, or what only its admins may.")
final class GroupSettings implements VerbCommand {
  /// Who may do something.
  enum Who {
    all,
    admins
  }

  @Parameters(paramLabel = "GROUP")
  private String group = "";

  @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
  private @Nullable String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "Another description.")
  private @Nullable String description;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Another picture: the largest square around its middle.")
  private @Nullable Path picture;

  @Option(
      names = "--who-adds",
      paramLabel = "WHO",
      description = "Who may let others in: ${COMPLETION-CANDIDATES}.")
  private @Nullable Who adds;

  @Option(
      names = "--who-edits",
      paramLabel = "WHO",
      description = "Who may change name, description and picture: ${COMPLETION-CANDIDATES}.")
  private @Nullable Who edits;

  @Option(
      names = "--who-posts",
      paramLabel = "WHO",
      description = "Who may write: ${COMPLETION-CANDIDATES}.")
  private @Nullable Who posts;

  @Override
  public Verb verb(InputStream input) throws Refusal {
    boolean looks = name != null || description != null || picture != null;
    boolean rules = adds != null || edits != null || posts != null;
    if (looks == rules) {
      throw Refusal.of(
          "usage", "Give what it looks like, or else what only admins may.", "See --help.");
    }
    var wanted =
        looks
            ? Groups.describe(name, description, picture)
            : (Groups.Wanted)
                (_, _) -> new GroupWish.SetRules(admins(adds), admins(edits), admins(posts));
    return new Groups.Change(group, wanted, Times.SETTLE);
  }

  private static @Nullable Boolean admins(@Nullable Who who) {
    return who == null ? null : Boolean.valueOf(who == Who.admins);
  }
}
