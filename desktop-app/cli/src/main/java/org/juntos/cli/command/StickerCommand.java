package org.juntos.cli.command;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.juntos.cli.verb.StickerVerbs;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sticker",
    description = "Stickers, and packs of them.",
    subcommands = {
      StickerCommand.Packs.class,
      StickerCommand.Sent.class,
      StickerCommand.Install.class,
      StickerCommand.Remove.class,
      StickerCommand.Make.class
    })
final class StickerCommand {
  @Command(name = "packs", description = "The packs that you have, with their stickers.")
  static final class Packs implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new StickerVerbs.Packs();
    }
  }

  @Command(name = "send", description = "Send a sticker.")
  static final class Sent implements VerbCommand {
    @Parameters(index = "0", paramLabel = "CONTACT")
    private String contact = "";

    @Parameters(
        index = "1",
        paramLabel = "PACK",
        description = "Its title, or its id or the beginning of that.")
    private String pack = "";

    @Parameters(index = "2", paramLabel = "STICKER", description = "Its number or its emoji.")
    private String sticker = "";

    @Option(names = "--reply-to", paramLabel = "MESSAGE", description = "What it replies to.")
    private String replyTo = "";

    @Override
    public Verb verb(InputStream input) {
      return new StickerVerbs.Sent(contact, pack, sticker, replyTo, Times.SETTLE);
    }
  }

  @Command(
      name = "install",
      description = "Install the pack of a sticker that you were sent, on all of your devices.")
  static final class Install implements VerbCommand {
    @Parameters(paramLabel = "MESSAGE", description = "The sticker, as in history.")
    private String message = "";

    @Override
    public Verb verb(InputStream input) {
      return StickerVerbs.install(message, Times.SETTLE);
    }
  }

  @Command(
      name = "remove",
      description = "Remove a pack from all of your devices; what you have sent of it stays.")
  static final class Remove implements VerbCommand {
    @Parameters(paramLabel = "PACK")
    private String pack = "";

    @Override
    public Verb verb(InputStream input) {
      return StickerVerbs.remove(pack, Times.SETTLE);
    }
  }

  @Command(
      name = "make",
      description = "Make a pack of pictures; they are made small and lose what they say.")
  static final class Make implements VerbCommand {
    @Parameters(index = "0", paramLabel = "TITLE")
    private String title = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "EMOJI=FILE[=LABEL]",
        description = "A picture, what it stands for, and what it shows.")
    private List<String> pictures = new ArrayList<>();

    @Override
    public Verb verb(InputStream input) {
      return StickerVerbs.make(title, pictures, Times.SETTLE);
    }
  }
}
