package org.juntos.cli.command;

import java.io.InputStream;
import java.util.List;
import org.juntos.cli.verb.Polls;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.SendCard;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "poll",
    description = "Ask everybody in a conversation, vote, and see how it stands.",
    subcommands = {
      PollCommand.Create.class,
      PollCommand.Vote.class,
      PollCommand.Close.class,
      PollCommand.Show.class
    })
final class PollCommand {
  @Command(name = "create", description = "Ask a question with 2 to 12 options.")
  static final class Create implements VerbCommand {
    @Mixin private ConversationParameter conversation = new ConversationParameter();

    @Parameters(index = "1", paramLabel = "QUESTION", description = "At most 300 characters.")
    private String question = "";

    @Parameters(
        index = "2..*",
        arity = "1..*",
        paramLabel = "OPTION",
        description = "At most 100 characters each.")
    private List<String> options = List.of();

    @Option(names = "--multiple", description = "A voter may choose several options.")
    private boolean multiple;

    @Option(
        names = "--anonymous",
        description = {
          "Nobody's Juntos shows who has chosen what. The votes go to everybody who counts them all",
          "the same: a changed program could show them."
        })
    private boolean anonymous;

    @Mixin private CardOptions how = new CardOptions();

    @Override
    public Verb verb(InputStream input) {
      return SendCard.poll(
          conversation.wanted(), how.how(), question, options, multiple, anonymous, Times.SETTLE);
    }
  }

  @Command(name = "vote", description = "Vote, in place of your vote before.")
  static final class Vote implements VerbCommand {
    @Mixin private MessageParameter message = new MessageParameter();

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "NUMBER",
        description = "Numbers of options, from 1, as poll show has them.")
    private List<String> options = List.of();

    @Option(names = "--remove", description = "Take your vote back.")
    private boolean remove;

    @Override
    public Verb verb(InputStream input) throws Refusal {
      if (remove != options.isEmpty()) {
        throw Refusal.of("usage", "Give either numbers of options or --remove.", "See --help.");
      }
      return new Polls.Vote(message.id(), Polls.numbers(options), Times.SETTLE);
    }
  }

  @Command(
      name = "close",
      description = "Close a poll of yours: what this device has by now counts, and no vote after.")
  static final class Close implements VerbCommand {
    @Mixin private MessageParameter message = new MessageParameter();

    @Override
    public Verb verb(InputStream input) {
      return new Polls.Close(message.id(), Times.SETTLE);
    }
  }

  @Command(name = "show", description = "How a poll stands.")
  static final class Show implements VerbCommand {
    @Mixin private MessageParameter message = new MessageParameter();

    @Override
    public Verb verb(InputStream input) {
      return new Polls.Show(message.id());
    }
  }
}
