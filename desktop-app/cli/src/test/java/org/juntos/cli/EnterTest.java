package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
  void a_missing_name_and_two_ways_at_once_are_wrong_command_lines() throws Exception {
    assertEquals(2, ana.types("register", "--relay", LINK));
    assertTrue(ana.errors().contains("--name"), ana.errors());
    assertEquals(2, ana.types("register", "--relay", "r", "--open", "--phone", "+49151"));
    assertTrue(profile.submitted.isEmpty());
  }
}
