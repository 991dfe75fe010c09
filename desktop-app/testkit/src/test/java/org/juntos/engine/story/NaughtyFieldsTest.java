package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.testkit.world.Person;

/// What somebody writes about themselves, their groups and folders. A new field is a line in
/// [#fields()].
class NaughtyFieldsTest extends NaughtyStory {
  private Stream<Field> fields() throws InterruptedException {
    return Stream.concat(ofOneself(), ofOthers());
  }

  private Stream<Field> ofOneself() throws InterruptedException {
    var made = alice.submit(new ChoiceIntent.MakeFolder("Work"));
    var folder = assertInstanceOf(Outcome.FolderMade.class, made).folder();
    return Stream.of(
        new Field(
            "name",
            true,
            text -> profile(text, null),
            () -> nameOf(alice),
            List.of(() -> nameOf(laptop), () -> bob.contact(alice).name())),
        new Field(
            "about",
            true,
            text -> profile(null, text),
            () -> aboutOf(alice),
            List.of(() -> aboutOf(laptop), () -> bob.contact(alice).profile().about())),
        new Field(
            "folder",
            true,
            text -> new ChoiceIntent.RenameFolder(folder, text),
            () -> folder(alice, folder),
            List.of(() -> folder(laptop, folder))));
  }

  private Stream<Field> ofOthers() {
    return Stream.of(
        new Field(
            "group title",
            true,
            text -> new Intent.ChangeGroup(group, new GroupWish.Describe(text, null)),
            () -> groupOf(alice).name(),
            List.of(() -> groupOf(laptop).name(), () -> groupOf(bob).name())),
        new Field(
            "group description",
            true,
            text -> new Intent.ChangeGroup(group, new GroupWish.Describe(null, text)),
            () -> groupOf(alice).description(),
            List.of(() -> groupOf(laptop).description(), () -> groupOf(bob).description())),
        new Field(
            "status",
            true,
            text -> new Intent.PostStatus(text, 0, null, null),
            () -> status(alice),
            List.of(() -> statusOf(alice, bob))),
        new Field(
            "draft",
            false,
            text -> new HandlingIntent.KeepDraft(alice.with(bob), text, null, List.of()),
            () -> draft(alice),
            List.of()));
  }

  private static Intent profile(@Nullable String name, @Nullable String about) {
    return new Intent.ChangeProfile(name, about, new Intent.ChosenPicture.Same());
  }

  private String aboutOf(Person device) {
    try {
      return assertInstanceOf(Outcome.Profile.class, device.submit(new Intent.LookAtProfile()))
          .view()
          .about();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String status(Person device) {
    var mine = device.models().statuses().value().mine();
    return mine.isEmpty() ? "" : mine.getLast().text();
  }

  private static String statusOf(Person author, Person device) {
    return device.models().statuses().value().others().stream()
        .filter(one -> one.account().equals(author.account()))
        .map(one -> one.statuses().getLast().text())
        .findFirst()
        .orElse("");
  }

  private String draft(Person device) {
    var draft = view(device, device.with(bob)).kept().draft();
    return draft == null ? "" : draft.body();
  }

  private static String folder(Person device, UUID folder) {
    return device.models().personal().value().folders().stream()
        .filter(one -> one.id().equals(folder))
        .findFirst()
        .orElseThrow()
        .name();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_field_keeps_every_text_or_refuses_it(Field field) throws InterruptedException {
    goesThrough(field);
  }

  @Test
  void what_is_no_code_or_link_is_refused_with_a_sentence() throws Exception {
    var stranger = world.device("Stranger");
    for (var one : TEXTS) {
      for (var intent :
          List.of(
              new Intent.AddContact(one.text()),
              new Intent.JoinGroup(one.text()),
              new Intent.ReadLinkCode(one.text()),
              new Intent.LinkDevice(one.text()),
              new PeopleIntent.CompareSafetyNumber(bob.account(), one.text()),
              new PeopleIntent.BeFound(one.text()))) {
        var at = intent.getClass().getSimpleName() + ", " + one;
        isClear(assertInstanceOf(Outcome.Refused.class, alice.submit(intent), at), at);
      }
      if (stranger.submit(new Intent.LookAtRelay(one.text())) instanceof Outcome.Refused refused) {
        isClear(refused, "relay, " + one);
      }
    }
    assertEquals(1, alice.models().contacts().value().size());
  }
}
