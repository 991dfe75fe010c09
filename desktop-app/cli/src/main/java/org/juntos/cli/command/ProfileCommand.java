package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeProfile;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.ShowProfile;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "profile",
    description = "What this account shows its contacts, and what they show.",
    subcommands = {ProfileCommand.Show.class, ProfileCommand.Set.class})
final class ProfileCommand {
  @Command(name = "show", description = "Tell name, about and picture.")
  static final class Show implements VerbCommand {
    @Parameters(
        paramLabel = "CONTACT",
        arity = "0..1",
        description = "Whose; without it: one's own.")
    private @Nullable String contact;

    @Option(
        names = "--save-picture",
        paramLabel = "FILE",
        description = "Write the picture there: a JPEG as it came, which may be hostile.")
    private @Nullable Path save;

    @Override
    public Verb verb(InputStream input) {
      return new ShowProfile(contact, save);
    }
  }

  @Command(
      name = "set",
      description = {
        "Change it. Contacts see it, and nobody else: it is sealed under a key that only they hold.",
        "They hear of it with the next message, theirs or yours."
      })
  static final class Set implements VerbCommand {
    @Option(names = "--name", paramLabel = "TEXT", description = "1 to 64 characters.")
    private @Nullable String name;

    @Option(
        names = "--about",
        paramLabel = "TEXT",
        description = "At most 140 characters; an empty one takes it away.")
    private @Nullable String about;

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Picture picture;

    /// One of them.
    private static final class Picture {
      @Option(
          names = "--picture",
          paramLabel = "FILE",
          required = true,
          description =
              "Its largest square around the middle is cut out, made 640 x 640, and sent without what"
                  + " it tells about place, time and camera.")
      private @Nullable Path file;

      @Option(names = "--no-picture", required = true, description = "Take the picture away.")
      private boolean none;

      ChosenPicture chosen() {
        return none || file == null ? new ChosenPicture.None() : ChosenPicture.Cut.middle(file);
      }
    }

    @Override
    public Verb verb(InputStream input) throws Refusal {
      if (name == null && about == null && picture == null) {
        throw Refusal.of(
            "usage",
            "There is nothing to change.",
            "Give --name, --about, --picture or --no-picture.");
      }
      var chosen = picture == null ? new ChosenPicture.Same() : picture.chosen();
      return new ChangeProfile(
          new Intent.ChangeProfile(
              name == null ? null : Texts.checked(name),
              about == null ? null : Texts.checked(about),
              chosen),
          Times.SETTLE);
    }
  }
}
