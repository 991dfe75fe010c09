package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.wire.AccountId;

/// Groups on the command line.
class GroupsTest extends AtTheTerminal {
  private static final AccountId CARLA = AccountId.parse("cccccccc-0000-4000-8000-000000000003");
  private static final AccountId DORA = AccountId.parse("dddddddd-0000-4000-8000-000000000004");

  private static final Problem GROUP_FORKED =
      Problem.local("group-forked", "Some see another history of this group.", "");

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

  @Test
  void it_is_written_to_by_its_name() throws Exception {
    assertEquals(0, ana.types("group", "send", "choir", "--text", "On Tuesday?"), ana.errors());
    assertEquals(
        new Intent.SendMessage(choir, "On Tuesday?", List.of()), profile.submitted.getLast());
    assertTrue(ana.types("group", "send", "Nothing", "--text", "On Tuesday?") != 0);
    assertTrue(ana.errors().contains("contact-unknown"), ana.errors());
  }

  @Test
  void a_check_asks_the_relay_and_says_what_does_not_hold() throws Exception {
    assertEquals(0, ana.types("--json", "group", "check", "Choir"), ana.errors());
    assertEquals(new Intent.CheckGroup(choir), profile.submitted.getLast());
    assertEquals("Choir", ana.json().get("name"));
    profile.groups.checked = new Outcome.Refused(GROUP_FORKED);
    assertTrue(ana.types("group", "check", "Choir") != 0);
    assertTrue(ana.errors().contains("group-forked"), ana.errors());
  }

  @Test
  void receipts_tell_how_far_a_message_has_come_at_each_member() throws Exception {
    var message = new MessageId(new UUID(7, 7));
    var at = Instant.parse("2026-03-01T12:00:00Z");
    profile.groups.progress.put(
        message,
        List.of(
            new MemberProgress(CARLA, "Carla", at, at.plusSeconds(60)),
            new MemberProgress(DORA, "Dora", at, null),
            new MemberProgress(ben.account(), "Ben", null, null)));
    assertEquals(0, ana.types("group", "receipts", message.toString()), ana.errors());
    assertEquals(
        List.of(
            "Carla  seen 2026-03-01T12:01:00Z",
            "Dora  delivered 2026-03-01T12:00:00Z",
            "Ben  sent"),
        ana.shown().lines().toList());
    assertEquals(0, ana.types("--json", "group", "receipts", message.toString()));
    assertTrue(ana.shown().contains("\"seenAt\":\"2026-03-01T12:01:00Z\""), ana.shown());
    assertTrue(ana.types("group", "receipts", "that one") != 0);
    assertTrue(ana.errors().contains("message-unknown"), ana.errors());
  }
}
