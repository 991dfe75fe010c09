package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;

/// The commands about one's own account.
class AccountTest {
  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void open() throws IOException {
    ana = new Terminal(profile::open, folder);
  }

  private int types(String... words) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("--passphrase-file", ana.passphraseFile("correct horse")));
    all.addAll(List.of(words));
    return ana.types(all.toArray(String[]::new));
  }

  private String pin(String text) throws IOException {
    return ana.file("pin", text + "\nmore");
  }

  private Intent last() {
    return profile.submitted.getLast();
  }

  @Test
  void a_locked_number_asks_for_the_pin_file_and_says_when_the_lock_ends() throws Exception {
    profile.pin = "4815";
    assertEquals(1, types("verify", "--code", "123456", "--name", "Ana"));
    assertTrue(ana.errors().contains("registration-locked"), ana.errors());
    assertTrue(ana.errors().contains("2026-05-11"), ana.errors());
    assertEquals(
        1, types("verify", "--code", "123456", "--name", "Ana", "--pin-file", pin("0000")));
    assertTrue(ana.errors().contains("9 tries are left"), ana.errors());
    assertEquals(
        0, types("verify", "--code", "123456", "--name", "Ana", "--pin-file", pin("4815")));
    assertTrue(ana.shown().contains("account "), ana.shown());
    assertEquals(
        1, profile.submitted.stream().filter(i -> i instanceof Intent.ConfirmCode).count(), "once");
  }

  @Test
  void other_ways_in_take_the_pin_too() throws Exception {
    profile.pin = "4815";
    assertEquals(1, types("register", "--relay", "r", "--open", "--name", "Ana"));
    assertEquals(
        0, types("register", "--relay", "r", "--open", "--name", "A", "--pin-file", pin("4815")));
    assertEquals(
        1, profile.submitted.stream().filter(i -> i instanceof Intent.AskAdmission).count());
  }

  @Test
  void the_lock_is_set_taken_away_and_shown() throws Exception {
    profile.register();
    profile.account = new AccountView("", true, 8, 2, "", false);
    assertEquals(0, types("--json", "registration-lock", "set", "--pin-file", pin("1234")));
    assertEquals(true, ana.json().get("locked"));
    assertEquals(2, ana.json().get("wrongTries"));
    var set = assertInstanceOf(Intent.SetPin.class, profile.submitted.getFirst());
    assertEquals("1234", set.pin().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    profile.account = new AccountView("", false, 0, 0, "", false);
    assertEquals(0, types("--json", "registration-lock", "clear"));
    assertNull(ana.json().get("triesLeft"));
    assertTrue(profile.submitted.contains(new Intent.ClearPin()));
    assertEquals(0, types("registration-lock", "show"));
    assertTrue(ana.shown().startsWith("not locked"), ana.shown());
    assertEquals(2, types("registration-lock"));
    assertEquals(2, types("registration-lock", "set"));
  }

  @Test
  void a_user_name_is_chosen_shown_and_dropped() throws Exception {
    profile.register();
    assertEquals(0, types("username", "set", "ana"));
    assertEquals("ana.42\n", ana.shown());
    assertEquals(new Intent.ChooseUserName("ana"), last());
    assertEquals(0, types("--json", "username", "show"));
    assertNull(ana.json().get("userName"));
    assertEquals(0, types("username", "clear"));
    assertEquals(new Intent.DropUserName(), last());
  }

  @Test
  void a_number_or_an_address_is_changed_in_two_steps() throws Exception {
    profile.register();
    assertEquals(0, types("--json", "change-number", "+4915112345678"));
    assertEquals(false, ana.json().get("changed"));
    assertEquals(new Intent.ChangeAddress(new CodeTarget.PhoneNumber("+4915112345678")), last());
    assertEquals(0, types("change-number", "--email", "ana@example.org"));
    assertEquals(new Intent.ChangeAddress(new CodeTarget.EmailAddress("ana@example.org")), last());
    assertEquals(0, types("--json", "change-number", "--code", "123456"));
    assertEquals(true, ana.json().get("changed"));
    assertEquals(2, types("change-number"));
    assertEquals(2, types("change-number", "+49151", "--code", "1"));
  }

  @Test
  void a_number_of_a_locked_account_is_changed_to_with_its_pin() throws Exception {
    profile.register();
    profile.pin = "4815";
    assertEquals(1, types("change-number", "--code", "123456"));
    assertTrue(ana.errors().contains("registration-locked"), ana.errors());
    assertEquals(1, types("change-number", "--code", "123456", "--pin-file", pin("1")));
    assertTrue(ana.errors().contains("pin-wrong"), ana.errors());
    assertEquals(0, types("change-number", "--code", "123456", "--pin-file", pin("4815")));
  }

  @Test
  void an_account_is_deleted_only_by_who_says_yes() throws Exception {
    profile.register();
    assertEquals(2, types("delete-account"));
    assertFalse(profile.submitted.contains(new Intent.DeleteAccount()));
    assertEquals(0, types("--json", "delete-account", "--yes"));
    assertEquals(MemoryProfile.SELF.toString(), ana.json().get("deleted"));
    assertEquals(new Intent.DeleteAccount(), last());
  }

  @Test
  void each_of_them_explains_itself() throws Exception {
    for (var command :
        List.of("registration-lock", "username", "change-number", "delete-account")) {
      assertEquals(0, types(command, "--help"), command);
      assertTrue(ana.shown().contains("Usage: juntos cli " + command), ana.shown());
    }
  }
}
