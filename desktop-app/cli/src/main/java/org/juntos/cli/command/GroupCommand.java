package org.juntos.cli.command;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Groups;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.GroupWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "group",
    description = "Groups: write to one with send, read it with receive and history.",
    subcommands = {
      GroupCommand.Create.class,
      GroupCommand.All.class,
      GroupCommand.Show.class,
      GroupCommand.Add.class,
      GroupCommand.Remove.class,
      GroupCommand.Leave.class,
      GroupCommand.Role.class,
      GroupSettings.class,
      GroupLinkCommand.class,
      GroupCommand.Join.class,
      GroupCommand.Requests.class,
      GroupCommand.Check.class,
      GroupCommand.Receipts.class,
      SendCommand.class
    },
    footer = {
      "",
      "GROUP is a conversation id, the unambiguous beginning of one, or a name;",
      "MEMBER an account id, its beginning, or the name of somebody in the group."
    })
final class GroupCommand {
  @Command(name = "create", description = "Make a group; contacts are let in at once.")
  static final class Create implements VerbCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "CONTACT", description = "Who is in it.")
    private List<String> contacts = new ArrayList<>();

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Create(name, contacts, Times.SETTLE);
    }
  }

  @Command(name = "list", description = "List the groups.")
  static final class All implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new Groups.All();
    }
  }

  @Command(
      name = "show",
      description = "Tell who is in a group, and up to which of their messages all have come.")
  static final class Show implements VerbCommand {
    @Parameters(paramLabel = "GROUP")
    private String group = "";

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Show(group);
    }
  }

  @Command(name = "add", description = "Let contacts in.")
  static final class Add implements VerbCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "CONTACT")
    private List<String> contacts = new ArrayList<>();

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Change(group, Groups.add(contacts), Times.SETTLE);
    }
  }

  @Command(
      name = "remove",
      description = "Take somebody out: they can read nothing that is written after.")
  static final class Remove implements VerbCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group = "";

    @Parameters(index = "1", paramLabel = "MEMBER")
    private String member = "";

    @Option(names = "--ban", description = "They cannot come back by the link either.")
    private boolean ban;

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Change(group, Groups.remove(member, ban), Times.SETTLE);
    }
  }

  @Command(name = "leave", description = "Go. The last admin names another one first.")
  static final class Leave implements VerbCommand {
    @Parameters(paramLabel = "GROUP")
    private String group = "";

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Change(group, (_, _) -> new GroupWish.Leave(), Times.SETTLE);
    }
  }

  /// What somebody can be in a group.
  enum Rank {
    admin,
    member
  }

  @Command(name = "role", description = "Make somebody an admin, or no longer.")
  static final class Role implements VerbCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group = "";

    @Parameters(index = "1", paramLabel = "MEMBER")
    private String member = "";

    @Parameters(index = "2", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Rank rank = Rank.member;

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Change(group, Groups.role(member, rank == Rank.admin), Times.SETTLE);
    }
  }

  @Command(name = "join", description = "Come in by a link, or ask to be let in.")
  static final class Join implements VerbCommand {
    @Parameters(paramLabel = "LINK", description = "juntos://group/…")
    private String link = "";

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Join(link, Times.SETTLE);
    }
  }

  /// What becomes of a request.
  enum Answer {
    accept,
    refuse
  }

  @Command(name = "requests", description = "List who waits to be let in, or answer one of them.")
  static final class Requests implements VerbCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "ANSWER",
        description = "${COMPLETION-CANDIDATES}, followed by whose.")
    private @Nullable Answer answer;

    @Parameters(index = "2", arity = "0..1", paramLabel = "WHO")
    private String who = "";

    @Override
    public Verb verb(InputStream input) throws Refusal {
      if (answer == null) {
        return new Groups.Requests(group);
      }
      if (who.isEmpty()) {
        throw Refusal.of("usage", "Say whose request it is.", "");
      }
      return new Groups.Change(
          group,
          answer == Answer.accept ? Groups.add(List.of(who)) : Groups.refuse(who),
          Times.SETTLE);
    }
  }

  @Command(
      name = "check",
      description = "Ask the relay again what is new in a group, and whether that holds.")
  static final class Check implements VerbCommand {
    @Parameters(paramLabel = "GROUP")
    private String group = "";

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Check(group);
    }
  }

  @Command(name = "receipts", description = "Tell how far a message has come at each member.")
  static final class Receipts implements VerbCommand {
    @Parameters(paramLabel = "MESSAGE", description = "Its id.")
    private String message = "";

    @Override
    public Verb verb(InputStream input) {
      return new Groups.Receipts(message);
    }
  }
}
