package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.Drafts;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "draft",
    description = "What is begun in a conversation and not sent; it stays on this device.",
    subcommands = {DraftCommand.Show.class, DraftCommand.Put.class, DraftCommand.Clear.class})
final class DraftCommand {
  @Command(name = "show", description = "Print it.")
  static final class Show implements VerbCommand {
    @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
    private String contact = "";

    @Override
    public Verb verb(InputStream input) {
      return new Drafts(contact, null);
    }
  }

  @Command(name = "set", description = "Keep another in its place.")
  static final class Put implements VerbCommand {
    @Parameters(index = "0", paramLabel = "CONTACT")
    private String contact = "";

    @Parameters(
        index = "1",
        paramLabel = "TEXT",
        description = "The text; - reads it from standard input, byte for byte.")
    private String text = "";

    @Mixin private FileOptions attached = new FileOptions();

    @Option(names = "--reply-to", paramLabel = "MESSAGE", description = "What it replies to.")
    private String replyTo = "";

    @Override
    public Verb verb(InputStream input) throws Refusal, IOException {
      return new Drafts(
          contact, new Drafts.Change(Texts.given(text, input), replyTo, attached.files()));
    }
  }

  @Command(name = "clear", description = "Forget it.")
  static final class Clear implements VerbCommand {
    @Parameters(paramLabel = "CONTACT")
    private String contact = "";

    @Override
    public Verb verb(InputStream input) {
      return new Drafts(contact, Drafts.Change.CLEAR);
    }
  }
}
