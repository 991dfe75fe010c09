package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;

class DevicesTest {
  private static final Instant LINKED = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void open() throws IOException {
    ana = new Terminal(profile::open, folder);
    profile.devices.add(new DeviceView(1, "", true, null));
  }

  @Test
  void devices_are_listed_with_their_names() throws Exception {
    profile.register();
    profile.devices.add(new DeviceView(2, "Laptop", false, LINKED));
    assertEquals(0, ana.types("--json", "devices"));
    var lines = ana.jsonLines();
    assertEquals(true, lines.getFirst().get("own"));
    assertEquals("Laptop", lines.getLast().get("name"));
    assertEquals("2026-03-01T10:00:00Z", lines.getLast().get("linkedAt"));
  }

  @Test
  void a_device_is_linked_with_its_code_and_shown_when_it_is_there() throws Exception {
    profile.register();
    assertEquals(0, ana.types("--json", "link-device", "juntos://link/x"));
    assertEquals("Laptop", ana.json().get("name"));
    assertTrue(profile.submitted.contains(new Intent.LinkDevice("juntos://link/x")));
  }

  @Test
  void a_device_is_taken_off_by_number_or_by_name() throws Exception {
    profile.register();
    profile.devices.add(new DeviceView(2, "Laptop", false, LINKED));
    assertEquals(0, ana.types("unlink", "laptop"));
    assertEquals(0, ana.types("unlink", "2"));
    assertEquals(
        List.of(new Intent.UnlinkDevice(2), new Intent.UnlinkDevice(2)),
        profile.submitted.stream().filter(Intent.UnlinkDevice.class::isInstance).toList());
    assertEquals(1, ana.types("unlink", "Phone"));
    assertTrue(ana.errors().contains("device-unknown"), ana.errors());
  }

  @Test
  void a_new_device_shows_its_code_and_says_when_nothing_came_of_it() throws Exception {
    profile.linking =
        new SessionView.Linking(
            "r", "juntos://link/y", LINKED, Problem.local("link-code-expired", "Over.", ""));
    assertEquals(
        1, ana.types("--json", "link-device", "--new", "--relay", "r", "--name", "Laptop"));
    assertEquals("juntos://link/y", ana.json().get("code"));
    assertEquals(new Intent.StartLinking("r", "Laptop"), profile.submitted.getFirst());
    assertTrue(ana.errors().contains("link-code-expired"), ana.errors());
  }

  @Test
  void a_new_device_that_was_let_in_makes_its_profile() throws Exception {
    profile.session.set(new SessionView.LinkAccepted("r", "Ana", false));
    var passphrase = ana.passphraseFile("correct horse");
    assertEquals(
        0,
        ana.types(
            "--json",
            "--passphrase-file",
            passphrase,
            "link-device",
            "--new",
            "--relay",
            "r",
            "--name",
            "Laptop"));
    assertTrue(ana.json().containsKey("account"), ana.shown());
  }

  @Test
  void a_code_and_new_together_or_neither_is_a_wrong_command_line() throws Exception {
    assertEquals(2, ana.types("link-device"));
    assertEquals(2, ana.types("link-device", "x", "--new", "--relay", "r", "--name", "Laptop"));
    assertEquals(2, ana.types("link-device", "--new", "--name", "Laptop"));
  }
}
