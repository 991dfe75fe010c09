package org.juntos.engine.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;

/// Ana, who knows Ben and Carla, who do not know each other; and the group that she makes.
final class Circle implements AutoCloseable {
  private final World world;
  private final LyingRelay relay = new LyingRelay();
  private final Person ana;
  private final Person ben;
  private final Person carla;
  private @Nullable ConversationId group;

  Circle(Path folder, long seed) throws Exception {
    world = new World(folder, seed);
    ana = world.person("Ana", relay::over);
    ben = world.person("Ben", relay::over);
    carla = world.person("Carla", relay::over);
    world.introduce(ana, ben);
    world.introduce(ana, carla);
  }

  World world() {
    return world;
  }

  LyingRelay relay() {
    return relay;
  }

  Person ana() {
    return ana;
  }

  Person ben() {
    return ben;
  }

  Person carla() {
    return carla;
  }

  List<Person> all() {
    return List.of(ana, ben, carla);
  }

  /// Ana makes it with these.
  void made(Person... members) throws InterruptedException {
    var accounts = new ArrayList<AccountId>();
    for (var member : members) {
      accounts.add(member.account());
    }
    var outcome = ana.submit(new Intent.CreateGroup("Choir", accounts));
    if (!(outcome instanceof Outcome.Grouped(var conversation, var _))) {
      throw new AssertionError("not made: " + outcome);
    }
    group = conversation;
    world.settle();
  }

  ConversationId group() {
    return Objects.requireNonNull(group);
  }

  MessageId says(Person person, String text) throws InterruptedException {
    return person.send(group(), text, List.of());
  }

  /// Says it, and lets it arrive.
  MessageId said(Person person, String text) throws InterruptedException {
    var message = says(person, text);
    world.settle();
    return message;
  }

  Outcome tries(Person person, GroupWish wish) throws InterruptedException {
    return person.submit(new Intent.ChangeGroup(group(), wish));
  }

  void does(Person person, GroupWish wish) throws InterruptedException {
    person.done(new Intent.ChangeGroup(group(), wish));
    world.settle();
  }

  /// Asks the relay what is new.
  void check(Person person) throws InterruptedException {
    person.done(new Intent.CheckGroup(group()));
  }

  /// The code of what is wrong when somebody asks the relay once more; empty when nothing is.
  String checked(Person person) throws InterruptedException {
    var outcome = person.submit(new Intent.CheckGroup(group()));
    world.settle();
    return outcome instanceof Outcome.Refused(var problem) ? problem.code() : "";
  }

  /// The code of why somebody cannot write to the group; empty when they can.
  String refusal(Person person) throws InterruptedException {
    var outcome = person.submit(new Intent.SendMessage(group(), "a secret", List.of()));
    return outcome instanceof Outcome.Refused(var problem) ? problem.code() : "";
  }

  /// What others have written, as somebody sees it.
  List<String> heard(Person person) {
    return entries(person).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE && !entry.outgoing())
        .map(EntryView::body)
        .toList();
  }

  List<EntryView> entries(Person person) {
    return person.models().history(group(), Long.MAX_VALUE, 10_000);
  }

  /// How somebody sees it.
  GroupView seen(Person person) {
    return person.models().conversations().value().stream()
        .filter(conversation -> conversation.id().equals(group()))
        .map(conversation -> Objects.requireNonNull(conversation.group()))
        .findFirst()
        .orElseThrow();
  }

  /// Who is in it, as somebody sees it.
  List<AccountId> members(Person person) {
    return seen(person).members().stream().map(GroupView.Member::account).sorted().toList();
  }

  /// What is wrong with it for somebody; empty when nothing is.
  String trouble(Person person) {
    var trouble = seen(person).trouble();
    return trouble == null ? "" : trouble.code();
  }

  @Override
  public void close() {
    world.close();
  }
}
