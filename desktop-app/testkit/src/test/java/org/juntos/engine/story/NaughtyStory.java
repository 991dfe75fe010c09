package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.NaughtyText;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Two people, a second device of one of them, and a group, who only ever write what programs
/// stumble over.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NaughtyStory {
  static final List<NaughtyText> TEXTS = NaughtyText.all();

  World world;
  Person alice;
  Person laptop;
  Person bob;
  ConversationId group;

  @BeforeAll
  final void meet(@TempDir Path folder) throws Exception {
    world = new World(folder, 7);
    alice = world.alice();
    bob = world.bob();
    world.introduce(alice, bob);
    laptop = world.link(alice, "Laptop");
    var made = alice.submit(new Intent.CreateGroup("Choir", List.of(bob.account())));
    group = assertInstanceOf(Outcome.Grouped.class, made).conversation();
    world.settle();
  }

  @AfterAll
  final void leave() {
    world.close();
  }

  /// A field: how a text gets into it, and who sees what of it.
  ///
  /// @param dear whether a change takes the relay, so that only some texts go through it
  /// @param own what the person sees who has changed it
  /// @param others what everybody else sees when all has arrived
  record Field(
      String name, boolean dear, Put put, Supplier<String> own, List<Supplier<String>> others) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Put {
    Intent of(String text);
  }

  /// All texts are kept exactly, or refused with a sentence while the field stays as it was.
  final void goesThrough(Field field) throws InterruptedException {
    var before = field.own.get();
    int taken = 0;
    for (var one : field.dear ? some(field.name.hashCode()) : third()) {
      var at = field + ", " + one;
      world.clock().advance(Duration.ofMillis(7));
      var outcome = alice.submit(field.put.of(one.text()));
      world.soon();
      if (outcome instanceof Outcome.Refused refused) {
        isClear(refused, at);
      } else {
        before = keeps(field, one, at);
        taken++;
      }
      assertEquals(before, field.own.get(), at);
    }
    everybodySees(field);
    assertTrue(taken > 15, field + " took " + taken);
  }

  /// Exactly, but for white space around names.
  private static String keeps(Field field, NaughtyText one, String at) {
    var kept = field.own.get();
    var whole = wellFormed(one.text());
    assertTrue(kept.equals(whole) || kept.equals(whole.strip()), at + " became " + kept);
    return kept;
  }

  private void everybodySees(Field field) throws InterruptedException {
    alice.write(bob, "look at my " + field); // a profile is looked at when something is said
    world.settle();
    field.others.forEach(other -> assertEquals(field.own.get(), other.get(), field.name));
  }

  static void isClear(Outcome.Refused refused, String at) {
    var problem = refused.problem();
    assertFalse(problem.code().isEmpty(), at);
    assertTrue(problem.sentence().endsWith("."), at + ": " + problem);
  }

  /// One of each category, not the same for everybody.
  static List<NaughtyText> some(int which) {
    var categories = new HashSet<String>();
    var turned = new ArrayList<>(TEXTS);
    Collections.rotate(turned, which);
    turned.removeIf(one -> !categories.add(one.category()));
    return turned;
  }

  static List<NaughtyText> third() {
    return TEXTS.stream().filter(one -> one.text().hashCode() % 3 == 0).toList();
  }

  /// As it is after UTF-8, in which surrogates without their other half have no form.
  static String wellFormed(String text) {
    var units = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      boolean pair =
          at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
      if (pair) {
        at++;
      } else if (Character.isSurrogate(text.charAt(at))) {
        units.setCharAt(at, '\ufffd');
      }
    }
    return units.toString();
  }

  static ConversationView view(Person person, ConversationId conversation) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .findFirst()
        .orElseThrow();
  }

  final GroupView groupOf(Person person) {
    return Objects.requireNonNull(view(person, group).group());
  }

  static String nameOf(Person person) {
    return assertInstanceOf(SessionView.Ready.class, person.models().session().value()).name();
  }
}
