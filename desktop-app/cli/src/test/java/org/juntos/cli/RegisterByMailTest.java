package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;

class RegisterByMailTest {
  @Test
  void registers_with_an_e_mail_address_too(@TempDir Path folder) throws Exception {
    var profile = new MemoryProfile();
    var ana = new Terminal(profile::open, folder);
    assertEquals(0, ana.types("--json", "register", "--relay", "r", "--email", "ana@example.org"));
    assertEquals("ana@example.org", ana.json().get("email"));
    assertEquals(
        new Intent.StartRegistration("r", new CodeTarget.EmailAddress("ana@example.org")),
        profile.submitted.getFirst());
    assertEquals(0, ana.types("register", "--relay", "r", "--email", "ana@example.org"));
    assertTrue(ana.shown().contains("on its way to ana@example.org"), ana.shown());
  }
}
