package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ChooseFor;
import org.juntos.cli.verb.ListConversations;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Commands about single conversations in the list.
final class ConversationCommands {
  private ConversationCommands() {}

  @Command(
      name = "conversations",
      description = "The conversations as they lie in the list: pinned ones first.")
  static final class All implements VerbCommand {
    @Option(names = "--archived", description = "Those that are archived, instead of the others.")
    private boolean archived;

    @Option(names = "--folder", paramLabel = "NAME", description = "Only those in this folder.")
    private String folder = "";

    @Override
    public Verb verb(InputStream input) {
      return new ListConversations(archived, folder);
    }
  }

  @Command(name = "mute", description = "Notify of nothing that is said in a conversation.")
  static final class Mute implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Option(
        names = "--for",
        paramLabel = "LENGTH",
        defaultValue = "always",
        description =
            "30m, 8h, 1d, 1w, tomorrow (until 8:00), always, or a time to come as ISO 8601"
                + " (${DEFAULT-VALUE}).")
    private String length = "";

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.mute(length), Times.SETTLE);
    }
  }

  @Command(name = "unmute", description = "Notify again of what is said in a conversation.")
  static final class Unmute implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.unmute(), Times.SETTLE);
    }
  }

  @Command(
      name = "archive",
      description = "Put a conversation away, until a message comes; a muted one stays away.")
  static final class Archive implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.archive(true), Times.SETTLE);
    }
  }

  @Command(name = "unarchive", description = "Put a conversation back into the list.")
  static final class Unarchive implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.archive(false), Times.SETTLE);
    }
  }

  @Command(name = "pin-conversation", description = "Keep a conversation at the top of the list.")
  static final class Pin implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.pin(true), Times.SETTLE);
    }
  }

  @Command(name = "unpin-conversation", description = "Let a conversation lie where it belongs.")
  static final class Unpin implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.pin(false), Times.SETTLE);
    }
  }

  @Command(name = "mark-unread", description = "Show a conversation as unread, until looked at.")
  static final class MarkUnread implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Option(names = "--off", description = "Take the mark away.")
    private boolean off;

    @Override
    public Verb verb(InputStream input) {
      return new ChooseFor(of.wanted(), ChooseFor.markUnread(!off), Times.SETTLE);
    }
  }

  @Command(name = "notify", description = "Say of what a conversation notifies, and how it sounds.")
  static final class Notify implements VerbCommand {
    @Mixin private ConversationParameter of = new ConversationParameter();

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "WHAT",
        description = "all, mentions (of you, and replies to you), or nothing.")
    private String what = "";

    @Option(
        names = "--sound",
        paramLabel = "SOUND",
        description = "usual, silent, chime, drop or knock.")
    private String sound = "";

    @Override
    public Verb verb(InputStream input) throws Refusal {
      return new ChooseFor(of.wanted(), ChooseFor.notify(what, sound), Times.SETTLE);
    }
  }
}
