package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.wire.AccountId;

/// What can be asked about groups.
public final class Groups {
  private Groups() {}

  /// Makes a group.
  ///
  /// @param settle how long to stay until the relay has what the members are told
  public record Create(String name, List<String> contacts, Duration settle) implements Verb {
    public Create {
      contacts = List.copyOf(contacts);
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var members = new ArrayList<AccountId>();
      for (var contact : contacts) {
        members.add(Contacts.find(desk, contact).account());
      }
      var outcome = desk.submit(new Intent.CreateGroup(name, members));
      return grouped(desk, outcome, settle);
    }
  }

  /// Comes into a group.
  public record Join(String link, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      return grouped(desk, desk.submit(new Intent.JoinGroup(link.strip())), settle);
    }
  }

  private static Verb.Rest grouped(Desk desk, Outcome outcome, Duration settle) {
    if (!(outcome instanceof Outcome.Grouped(var conversation, var _))) {
      throw new IllegalStateException("a group ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      output.print(line(await(desk, conversation)));
    };
  }

  /// The groups.
  public record All() implements Listing {
    @Override
    public List<Line> lines(Desk desk) {
      return desk.models().conversations().value().stream()
          .filter(one -> one.group() != null)
          .map(Groups::line)
          .toList();
    }
  }

  /// One group.
  public record Show(String group) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal {
      var shown = Conversations.group(desk, group);
      return output -> output.print(line(shown));
    }

    @Override
    public boolean isOnline() {
      return false;
    }
  }

  /// What is to become of a group, once it is known which one.
  @FunctionalInterface
  public interface Wanted {
    GroupWish of(Desk desk, GroupView group) throws Refusal;
  }

  /// Changes a group.
  public record Change(String group, Wanted wanted, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var conversation = Conversations.group(desk, group);
      var wish = wanted.of(desk, view(conversation));
      var outcome = desk.submit(new Intent.ChangeGroup(conversation.id(), wish));
      return output -> {
        desk.settle(settle);
        output.print(
            outcome instanceof Outcome.GroupLinked(var link)
                ? Describe.simple("link", link)
                : line(await(desk, conversation.id())));
      };
    }
  }

  /// Tells the link of a group; makes one when there is none that is known here.
  public record Link(String group, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var link = view(Conversations.group(desk, group)).link();
      return link.isEmpty()
          ? new Change(group, (_, _) -> new GroupWish.MakeLink(null, 0, false), settle).begin(desk)
          : output -> output.print(Describe.simple("link", link));
    }
  }

  /// Who waits to be let in.
  public record Requests(String group) implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      return view(Conversations.group(desk, group)).requests().stream()
          .map(request -> new Line(member(request), text(request)))
          .toList();
    }
  }

  /// Asks the relay again for what is new in a group.
  public record Check(String group) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var conversation = Conversations.group(desk, group).id();
      desk.submit(new Intent.CheckGroup(conversation));
      return output -> output.print(line(await(desk, conversation)));
    }
  }

  /// How far a message has come at each member.
  public record Receipts(String message) implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      return desk.models().progress(Messages.find(desk, message)).stream()
          .map(Groups::line)
          .toList();
    }
  }

  /// Lets in contacts, or people who have asked.
  public static Wanted add(List<String> people) {
    return (desk, group) -> {
      var accounts = new ArrayList<AccountId>();
      for (var person : people) {
        boolean asks =
            group.requests().stream()
                .anyMatch(one ->
                    one.name().equalsIgnoreCase(person)
                        || one.account().toString().startsWith(person));
        accounts.add(
            asks
                ? Conversations.member(group.requests(), person)
                : Contacts.find(desk, person).account());
      }
      return new GroupWish.Add(accounts);
    };
  }

  /// Takes somebody out.
  public static Wanted remove(String person, boolean ban) {
    return (_, group) -> new GroupWish.Remove(Conversations.member(group.members(), person), ban);
  }

  /// Makes somebody an admin, or no longer.
  public static Wanted role(String person, boolean admin) {
    return (_, group) ->
        new GroupWish.SetAdmin(Conversations.member(group.members(), person), admin);
  }

  /// Does not let somebody in.
  public static Wanted refuse(String person) {
    return (_, group) -> new GroupWish.Refuse(Conversations.member(group.requests(), person));
  }

  /// Another name, description or picture; what is null stays.
  public static Wanted describe(
      @Nullable String name, @Nullable String description, @Nullable Path picture) {
    ChosenPicture chosen =
        picture == null ? new ChosenPicture.Same() : ChosenPicture.Cut.middle(picture);
    return (_, _) -> new GroupWish.Describe(name, description, chosen);
  }

  private static GroupView view(ConversationView conversation) {
    var group = conversation.group();
    if (group == null) {
      throw new IllegalStateException("no group: " + conversation.id());
    }
    return group;
  }

  /// Models follow a commit a moment later.
  private static ConversationView await(Desk desk, ConversationId conversation)
      throws Refusal, InterruptedException {
    var deadline = desk.deadline(Duration.ofSeconds(5));
    try (var changes = new Arrivals<List<ConversationView>>(desk.models().conversations()::watch)) {
      for (var list = changes.next(deadline); list != null; list = changes.next(deadline)) {
        for (var one : list) {
          if (one.id().equals(conversation)) {
            return one;
          }
        }
      }
    }
    return Conversations.group(desk, conversation.toString());
  }

  static Line line(ConversationView conversation) {
    var group = view(conversation);
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", conversation.id().toString());
    json.put("name", group.name());
    json.put("description", group.description());
    json.put("picture", !group.picture().isEmpty());
    json.put("standing", Describe.lower(group.standing()));
    json.put("admin", group.own().admin());
    json.put("adminsAdd", group.rules().adminsAdd());
    json.put("adminsEdit", group.rules().adminsEdit());
    json.put("adminsPost", group.rules().adminsPost());
    json.put("members", group.members().stream().map(Groups::member).toList());
    json.put("requests", group.requests().stream().map(Groups::member).toList());
    json.put("link", group.link().isEmpty() ? null : group.link());
    var trouble = group.trouble();
    json.put("trouble", trouble == null ? null : trouble.code());
    return new Line(json, text(conversation, group));
  }

  private static Map<String, Object> member(GroupView.Member member) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", member.account().toString());
    json.put("name", member.name());
    json.put("admin", member.admin());
    json.put("own", member.own());
    json.put("inStep", member.inStep());
    json.put("deleted", member.deleted());
    return json;
  }

  private static String text(ConversationView conversation, GroupView group) {
    var text = new StringBuilder();
    text.append(conversation.id()).append("  ").append(PlainText.safe(group.name()));
    if (group.standing() != GroupView.Standing.MEMBER) {
      text.append("  (").append(Describe.lower(group.standing())).append(')');
    }
    var trouble = group.trouble();
    if (trouble != null) {
      text.append("\n  ! ").append(trouble.sentence()).append(" (").append(trouble.code());
      text.append(')');
    }
    group.members().forEach(one -> text.append("\n  ").append(text(one)));
    group.requests().forEach(one -> text.append("\n  ").append(text(one)).append("  (asks)"));
    return text.toString();
  }

  private static String text(GroupView.Member member) {
    return "%s  %-6s  %s%s%s%s"
        .formatted(
            member.account(),
            member.admin() ? "admin" : "member",
            PlainText.safe(member.name()),
            member.own() ? " (you)" : "",
            member.inStep() > 0 ? "  in step to #" + member.inStep() : "",
            member.deleted() ? "  (deleted account, says the relay)" : "");
  }

  private static Line line(MemberProgress progress) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", progress.account().toString());
    json.put("name", progress.name());
    var delivered = progress.deliveredAt();
    var seen = progress.seenAt();
    json.put("deliveredAt", delivered == null ? null : delivered.toString());
    json.put("seenAt", seen == null ? null : seen.toString());
    var stage =
        seen != null ? "seen " + seen : delivered != null ? "delivered " + delivered : "sent";
    return new Line(json, PlainText.safe(progress.name()) + "  " + stage);
  }
}
