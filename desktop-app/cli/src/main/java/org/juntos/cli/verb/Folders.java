package org.juntos.cli.verb;

import java.time.Duration;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.PersonalView.FolderView;

/// Folders that the person has made for conversations.
public final class Folders {
  private Folders() {}

  /// The folder of this name.
  static FolderView find(Desk desk, String wanted) throws Refusal {
    for (var folder : desk.models().personal().value().folders()) {
      if (folder.name().equalsIgnoreCase(wanted) || folder.id().toString().equals(wanted)) {
        return folder;
      }
    }
    throw Refusal.of(
        "folder-unknown",
        "There is no folder " + wanted + ".",
        "The command folder list lists them.");
  }

  private static Line line(FolderView folder, long conversations) {
    return new Line(
        Map.of(
            "folder",
            folder.id().toString(),
            "name",
            folder.name(),
            "conversations",
            conversations),
        PlainText.safe(folder.name()) + "  " + conversations);
  }

  /// All of them, in their order.
  public record ListAll() implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal {
      desk.ready();
      return output -> {
        for (var folder : desk.models().personal().value().folders()) {
          long inside =
              desk.models().conversations().value().stream()
                  .filter(one -> one.chosen().folders().contains(folder.id()))
                  .count();
          output.print(line(folder, inside));
        }
      };
    }

    @Override
    public boolean isList() {
      return true;
    }

    @Override
    public boolean isOnline() {
      return false;
    }
  }

  /// Makes one.
  public record Make(String name, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var made = (Outcome.FolderMade) desk.submit(new ChoiceIntent.MakeFolder(name));
      return output -> {
        desk.settle(settle);
        output.print(line(new FolderView(made.folder(), name.strip()), 0));
      };
    }
  }

  /// Gives one another name.
  public record Rename(String folder, String name, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var found = find(desk, folder);
      desk.submit(new ChoiceIntent.RenameFolder(found.id(), name));
      return output -> {
        desk.settle(settle);
        output.print(
            new Line(
                Map.of("folder", found.id().toString(), "name", name.strip()),
                PlainText.safe(name.strip())));
      };
    }
  }

  /// Removes one; what lay in it stays.
  public record Remove(String folder, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var found = find(desk, folder);
      desk.submit(new ChoiceIntent.RemoveFolder(found.id()));
      return output -> {
        desk.settle(settle);
        output.print(
            new Line(
                Map.of("folder", found.id().toString(), "removed", true),
                PlainText.safe(found.name()) + "  removed"));
      };
    }
  }
}
