package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.wire.AccountId;

/// Groups on the command line.
class GroupsTest extends AtTheTerminal {
  private static final AccountId CARLA = AccountId.parse("cccccccc-0000-4000-8000-000000000003");
  private static final AccountId DORA = AccountId.parse("dddddddd-0000-4000-8000-000000000004");

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
  private ConversationId choir = ben.conversation();

  @BeforeEach
  void a_choir() {
    choir =
        profile.groups.add(
            "Choir",
            List.of(
                new GroupView.Member(MemoryProfile.SELF, "Ana", true, true, 0),
                new GroupView.Member(CARLA, "Carla", false, false, 7)),
            List.of(new GroupView.Member(DORA, "Dora", false, false, 0)),
            "");
  }

  private void assertWishes(GroupWish wish, String... arguments) throws InterruptedException {
    assertEquals(0, ana.types(arguments), ana.errors());
    assertEquals(new Intent.ChangeGroup(choir, wish), profile.submitted.getLast());
  }

  @Test
  void one_is_made_of_contacts_and_shown() throws Exception {
    assertEquals(0, ana.types("--json", "group", "create", "Band", "Ben"));
    var made = new Intent.CreateGroup("Band", List.of(ben.account()));
    assertTrue(profile.submitted.contains(made), () -> profile.submitted.toString());
    assertEquals(0, ana.types("--json", "group", "show", "Choir"));
    assertEquals(choir.toString(), ana.json().get("conversation"));
    var members = String.valueOf(ana.json().get("members"));
    assertTrue(members.contains("name=Carla"), members);
    assertEquals(0, ana.types("group", "show", "choir"));
    assertTrue(ana.shown().contains("Carla  in step to #7"), ana.shown());
    assertTrue(ana.shown().contains("Dora  (asks)"), ana.shown());
    assertTrue(ana.types("group", "create", "Band", "Nobody") != 0);
    assertTrue(ana.types("group", "show", "Nothing") != 0);
  }

  @Test
  void members_come_and_go_and_change_their_role() throws Exception {
    assertWishes(new GroupWish.Add(List.of(ben.account())), "group", "add", "Choir", "Ben");
    assertWishes(new GroupWish.Remove(CARLA, false), "group", "remove", "Choir", "Carla");
    assertWishes(new GroupWish.Remove(CARLA, true), "group", "remove", "Choir", "cccc", "--ban");
    assertWishes(new GroupWish.SetAdmin(CARLA, true), "group", "role", "Choir", "Carla", "admin");
    assertWishes(new GroupWish.SetAdmin(CARLA, false), "group", "role", "Choir", "Carla", "member");
    assertWishes(new GroupWish.Leave(), "group", "leave", "Choir");
    assertTrue(ana.types("group", "remove", "Choir", "Ben") != 0);
    assertTrue(ana.errors().contains("member-unknown"), ana.errors());
  }

  @Test
  void who_asks_is_listed_let_in_and_turned_away() throws Exception {
    assertEquals(0, ana.types("--json", "group", "requests", "Choir"));
    assertEquals("Dora", ana.json().get("name"));
    assertWishes(new GroupWish.Add(List.of(DORA)), "group", "requests", "Choir", "accept", "Dora");
    assertWishes(new GroupWish.Refuse(DORA), "group", "requests", "Choir", "refuse", "Dora");
    assertTrue(ana.types("group", "requests", "Choir", "refuse") != 0);
  }

  @Test
  void a_link_is_made_with_its_conditions_told_and_taken_back() throws Exception {
    assertWishes(new GroupWish.MakeLink(null, 0, false), "group", "link", "Choir");
    assertEquals(MemoryGroups.LINK, ana.shown().strip());
    var conditions = new GroupWish.MakeLink(Duration.ofDays(2), 5, true);
    assertWishes(
        conditions, "group", "link", "Choir", "--expires", "172800", "--uses", "5", "--approval");
    assertWishes(new GroupWish.DropLink(), "group", "link", "Choir", "--off");
    assertEquals(0, ana.types("group", "join", " juntos://group/x "));
    assertTrue(profile.submitted.contains(new Intent.JoinGroup("juntos://group/x")));
  }

  @Test
  void name_picture_and_rules_are_set() throws Exception {
    var picture = ChosenPicture.Cut.middle(Path.of("choir.png"));
    assertWishes(
        new GroupWish.Describe("Chorus", "on Tuesdays", picture),
        "group",
        "set",
        "Choir",
        "--name",
        "Chorus",
        "--description",
        "on Tuesdays",
        "--picture",
        "choir.png");
    assertWishes(
        new GroupWish.SetRules(true, null, false),
        "group",
        "set",
        "Choir",
        "--who-adds",
        "admins",
        "--who-posts",
        "all");
  }
}
