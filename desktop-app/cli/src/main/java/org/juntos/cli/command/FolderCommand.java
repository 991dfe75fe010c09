package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ChooseFor;
import org.juntos.cli.verb.Folders;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "folder",
    description = "Folders of conversations; one may lie in several.",
    subcommands = {
      FolderCommand.All.class,
      FolderCommand.Create.class,
      FolderCommand.Rename.class,
      FolderCommand.Remove.class,
      FolderCommand.Add.class,
      FolderCommand.Take.class
    })
final class FolderCommand {
  private static final String FOLDER = "Its name.";

  private FolderCommand() {}

  @Command(name = "list", description = "The folders, in their order.")
  static final class All implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new Folders.ListAll();
    }
  }

  @Command(name = "create", description = "Make a folder.")
  static final class Create implements VerbCommand {
    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name = "";

    @Override
    public Verb verb(InputStream input) {
      return new Folders.Make(name, Times.SETTLE);
    }
  }

  @Command(name = "rename", description = "Give a folder another name.")
  static final class Rename implements VerbCommand {
    @Parameters(index = "0", paramLabel = "FOLDER", description = FOLDER)
    private String folder = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "What it is called then.")
    private String name = "";

    @Override
    public Verb verb(InputStream input) {
      return new Folders.Rename(folder, name, Times.SETTLE);
    }
  }

  @Command(name = "remove", description = "Remove a folder; the conversations in it stay.")
  static final class Remove implements VerbCommand {
    @Parameters(paramLabel = "FOLDER", description = FOLDER)
    private String folder = "";

    @Override
    public Verb verb(InputStream input) {
      return new Folders.Remove(folder, Times.SETTLE);
    }
  }

  @Command(name = "add", description = "Put a conversation into a folder.")
  static final class Add implements VerbCommand {
    @Parameters(index = "0", paramLabel = "FOLDER", description = FOLDER)
    private String folder = "";

    @Parameters(index = "1", paramLabel = "CONVERSATION", description = "A contact or a group.")
    private String conversation = "";

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(conversation, ChooseFor.folder(folder, true), Times.SETTLE);
    }
  }

  @Command(name = "take", description = "Take a conversation out of a folder.")
  static final class Take implements VerbCommand {
    @Parameters(index = "0", paramLabel = "FOLDER", description = FOLDER)
    private String folder = "";

    @Parameters(index = "1", paramLabel = "CONVERSATION", description = "A contact or a group.")
    private String conversation = "";

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(conversation, ChooseFor.folder(folder, false), Times.SETTLE);
    }
  }
}
