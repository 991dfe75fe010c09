package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;

/// The commands about what people show of themselves.
class ProfileTest {
  private static final String BEN = "6f1d2c3b-0a4e-4f5a-9b8c-7d6e5f4a3b2c";

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void registered() throws IOException, InterruptedException {
    ana = new Terminal(profile::open, folder);
    profile.register();
  }

  @Test
  void a_profile_is_changed_and_shown() throws Exception {
    assertEquals(0, ana.types("--json", "profile", "show"));
    assertTrue(
        ana.shown().contains("\"about\":\"\",\"pictureBytes\":null,\"version\":0"), ana.shown());
    assertEquals(
        0, ana.types("--json", "profile", "set", "--about", "at sea", "--picture", "me.jpg"));
    assertEquals(
        new Intent.ChangeProfile(null, "at sea", ChosenPicture.Cut.middle(Path.of("me.jpg"))),
        profile.submitted.getLast());
    assertTrue(
        ana.shown()
            .contains("\"about\":\"at sea\",\"pictureBytes\":3,\"version\":1,\"uploaded\":true"),
        ana.shown());
    assertEquals(0, ana.types("profile", "set", "--name", "Ana M.", "--no-picture"));
    assertEquals(
        new Intent.ChangeProfile("Ana M.", null, new ChosenPicture.None()),
        profile.submitted.getLast());
  }

  @Test
  void a_picture_is_saved_once() throws Exception {
    profile.addContact(BEN, "Ben");
    ana.types("profile", "set", "--picture", "me.jpg");
    var file = folder.resolve("saved.jpg");
    assertEquals(0, ana.types("--json", "profile", "show", "--save-picture", file.toString()));
    assertArrayEquals(HexFormat.of().parseHex("ffd8ff"), Files.readAllBytes(file));
    assertTrue(ana.shown().contains("\"savedTo\""), ana.shown());
    assertEquals(1, ana.types("--json", "profile", "show", "--save-picture", file.toString()));
    assertEquals("target-exists", ana.errorCode());
    assertEquals(0, ana.types("--json", "profile", "show", "Ben"));
    assertTrue(ana.shown().contains("\"name\":\"Ben\""), ana.shown());
  }

  @Test
  void nothing_to_change_and_two_pictures_at_once_are_wrong_command_lines() throws Exception {
    assertEquals(2, ana.types("--json", "profile", "set"));
    assertEquals("usage", ana.errorCode());
    assertEquals(2, ana.types("profile", "set", "--picture", "a.jpg", "--no-picture"));
  }

  @Test
  void a_removed_contact_is_listed_no_more() throws Exception {
    profile.addContact(BEN, "Ben");
    assertEquals(0, ana.types("--json", "remove", "Ben"));
    assertTrue(ana.shown().contains("\"standing\":\"removed\""), ana.shown());
    assertEquals(0, ana.types("--json", "contacts"));
    assertEquals("", ana.shown().strip());
  }
}
