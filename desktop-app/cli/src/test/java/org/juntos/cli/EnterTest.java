package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Pass;

class EnterTest {
  private static final String LINK = "juntos://relay/r#PIN&invite=x";

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void open() throws IOException {
    ana = new Terminal(profile::open, folder);
  }

  private int joins(String... words) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("--passphrase-file", ana.passphraseFile("correct horse")));
    all.addAll(List.of(words));
    return ana.types(all.toArray(String[]::new));
  }

  @Test
  void the_invite_of_a_link_needs_a_name_and_nothing_else() throws Exception {
    assertEquals(0, joins("--json", "register", "--relay", LINK, "--name", "Ana"));
    assertEquals(new Intent.AskAdmission(LINK, new Pass.Invite("")), profile.submitted.getFirst());
    var made = assertInstanceOf(Intent.CreateProfile.class, profile.submitted.get(1));
    assertEquals("Ana", made.name());
    assertTrue(ana.json().containsKey("account"), ana.shown());
  }

  @Test
  void an_invite_may_be_given_apart_and_an_open_relay_asks_for_none() throws Exception {
    assertEquals(0, joins("register", "--relay", "r", "--invite", "x", "--name", "Ana"));
    assertEquals(new Intent.AskAdmission("r", new Pass.Invite("x")), profile.submitted.getFirst());
    var open = new MemoryProfile();
    ana = new Terminal(open::open, folder);
    assertEquals(0, joins("register", "--relay", "r", "--open", "--name", "Ana"));
    assertEquals(new Intent.AskAdmission("r", new Pass.Nothing()), open.submitted.getFirst());
  }

  @Test
  void a_user_name_comes_with_the_first_line_of_a_file() throws Exception {
    var file = ana.file("password", "k3f7-größer\nmore");
    assertEquals(
        0,
        joins("register", "--relay", "r", "--user", "ana", "--password-file", file, "--name", "A"));
    var asked = assertInstanceOf(Intent.AskAdmission.class, profile.submitted.getFirst());
    var login = assertInstanceOf(Pass.Login.class, asked.pass());
    assertEquals("ana", login.name());
    assertEquals(
        "k3f7-größer", login.password().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    assertEquals(2, ana.types("register", "--relay", "r", "--user", "ana", "--name", "A"));
  }

  @Test
  void a_provider_is_named_first_and_the_account_after_it() throws Exception {
    assertEquals(0, joins("--json", "register", "--relay", "r", "--openid", "--name", "Ana"));
    var lines = ana.jsonLines();
    assertEquals("https://login.example.org/authorize?x=1", lines.getFirst().get("open"));
    assertTrue(lines.getLast().containsKey("account"), ana.shown());
  }

  @Test
  void a_missing_name_and_two_ways_at_once_are_wrong_command_lines() throws Exception {
    assertEquals(2, ana.types("register", "--relay", LINK));
    assertTrue(ana.errors().contains("--name"), ana.errors());
    assertEquals(2, ana.types("register", "--relay", "r", "--open", "--phone", "+49151"));
    assertTrue(profile.submitted.isEmpty());
  }
}
