package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView;

/// What is doubtful about a contact is shown, and can be decided.
class DoubtsTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @Test
  void a_doubt_about_devices_is_shown_and_can_be_looked_into() throws Exception {
    profile.doubt(ben);
    assertEquals(0, ana.types("--json", "contacts"));
    assertEquals("device-list-old", ana.json().get("devicesDoubt"));
    assertEquals(0, ana.types("contacts"));
    assertTrue(ana.shown().contains("(their devices are in doubt: device-list-old)"));
    assertEquals(0, ana.types("check", "Ben"));
    assertEquals(Intent.CheckDevices.class, profile.submitted.getLast().getClass());
    assertEquals(0, ana.types("open-set-aside"));
    assertEquals(Intent.OpenSetAside.class, profile.submitted.getLast().getClass());
    assertEquals(0, ana.types("set-aside", "Ben"));
    assertEquals(Intent.SetDevicesAside.class, profile.submitted.getLast().getClass());
  }

  @Test
  void an_account_that_is_deleted_is_shown_as_that_and_can_be_asked_for_again() throws Exception {
    profile.delete(ben);
    assertEquals(0, ana.types("--json", "contacts"));
    assertEquals(true, ana.json().get("deleted"));
    assertEquals(0, ana.types("contacts"));
    assertTrue(ana.shown().contains("(deleted account, says the relay)"));
    assertEquals(0, ana.types("check", "Ben"));
    assertEquals(Intent.CheckDevices.class, profile.submitted.getLast().getClass());
  }

  @Test
  void a_verified_key_that_is_back_is_shown_and_can_be_kept() throws Exception {
    profile.keyBack(ben);
    assertEquals(0, ana.types("--json", "contacts"));
    assertEquals(true, ana.json().get("verifiedKeyBack"));
    assertEquals(true, ana.json().get("sealed"));
    assertEquals(0, ana.types("contacts"));
    assertTrue(ana.shown().contains("the verified one has proved itself again: keep-key"));
    assertEquals(0, ana.types("keep-key", "Ben"));
    assertEquals(Intent.KeepIdentity.class, profile.submitted.getLast().getClass());
    assertEquals(0, ana.types("accept-key", "Ben"));
    assertEquals(Intent.AcceptIdentity.class, profile.submitted.getLast().getClass());
  }
}
