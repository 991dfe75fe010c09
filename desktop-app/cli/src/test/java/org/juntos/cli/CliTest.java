package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;

class CliTest {
  private static final String BEN = "bbbbbbbb-0000-4000-8000-000000000002";
  private static final String BEA = "bbbbcccc-0000-4000-8000-000000000003";

  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana = new Terminal(profile::open, Path.of(""));

  @BeforeEach
  void sit_down(@TempDir Path folder) {
    ana = new Terminal(profile::open, folder);
  }

  @Test
  void registers_in_two_steps() throws Exception {
    assertEquals(0, ana.types("--json", "register", "--relay", "r", "--phone", "+4915112345678"));
    assertEquals(5, ana.json().get("triesLeft"));
    var file = ana.passphraseFile("tr\u00e4s secret \nsecond line");
    assertEquals(
        0, ana.types("verify", "--code", "123456", "--name", "Ana", "--passphrase-file", file));
    assertEquals(List.of("tr\u00e4s secret "), profile.passphrases);
    assertEquals(0, ana.types("--json", "whoami"));
    assertEquals(MemoryProfile.SELF.toString(), ana.json().get("account"));
  }

  @Test
  void a_wrong_code_leaves_the_registration_as_it_was() throws Exception {
    ana.types("register", "--relay", "r", "--phone", "+4915112345678");
    var file = ana.passphraseFile("p");
    assertEquals(
        1,
        ana.types("--json", "verify", "--code", "1", "--name", "Ana", "--passphrase-file", file));
    assertEquals("code-wrong", ana.errorCode());
    assertEquals("", ana.shown());
    assertEquals(
        0, ana.types("verify", "--code", "123456", "--name", "A", "--passphrase-file", file));
  }

  @Test
  void verify_goes_on_after_the_code_when_only_the_passphrase_was_missing() throws Exception {
    ana.types("register", "--relay", "r", "--phone", "+4915112345678");
    assertEquals(3, ana.types("--json", "verify", "--code", "123456", "--name", "Ana"));
    assertEquals("passphrase-needed", ana.errorCode());
    var file = ana.passphraseFile("p");
    assertEquals(
        0, ana.types("verify", "--code", "used", "--name", "Ana", "--passphrase-file", file));
  }

  @Test
  void a_locked_profile_opens_with_its_passphrase_only() throws Exception {
    profile.session.set(new SessionView.Locked(false));
    assertEquals(3, ana.types("--json", "whoami"));
    assertEquals("passphrase-needed", ana.errorCode());
    assertEquals(
        3, ana.types("--json", "whoami", "--passphrase-file", ana.passphraseFile("wrong")));
    assertEquals("passphrase-wrong", ana.errorCode());
    var right = ana.passphraseFile(MemoryProfile.PASSPHRASE + "\r\n");
    assertEquals(0, ana.types("whoami", "--passphrase-file", right));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whoami", "link", "contacts", "history Ben", "send Ben --text x", "receive"})
  void nothing_works_without_an_account(String command) throws Exception {
    assertEquals(3, ana.types(("--json " + command).split(" ")));
    assertEquals("not-registered", ana.errorCode());
  }

  @Test
  void adds_and_lists_contacts() throws Exception {
    profile.register();
    assertEquals(1, ana.types("--json", "add", "nonsense"));
    assertEquals("link-invalid", ana.errorCode());
    assertEquals(0, ana.types("--json", "add", " juntos://contact/ben\n"));
    assertEquals("Ben", ana.json().get("name"));
    assertEquals(0, ana.types("contacts"));
    assertTrue(ana.shown().contains(BEN), ana.shown());
  }

  @Test
  void a_contact_is_found_by_id_beginning_or_name() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    profile.addContact(BEA, "Bea");
    for (var words : List.of(BEN, "BBBBBBBB", "ben", "bbbbb")) {
      assertEquals(0, ana.types("block", words), words);
      assertEquals(BEN, ((Intent.BlockContact) profile.submitted.getLast()).account().toString());
    }
    assertEquals(1, ana.types("--json", "accept", "bbbb"));
    assertEquals("contact-ambiguous", ana.errorCode());
    assertEquals(1, ana.types("--json", "accept", "bbb"));
    assertEquals("contact-unknown", ana.errorCode());
  }

  @Test
  void text_from_standard_input_is_sent_byte_for_byte() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    var text = " \u0000 \u05e9\u05dc\u05d5\u05dd \u202e \uD83D\uDE00\r\n\u2028 end\n";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(0, ana.pipes(bytes, "send", "Ben", "--text", "-"));
    assertEquals(text, sent().body());
    assertEquals(0, ana.types("--json", "history", "Ben"));
    assertEquals(1, ana.shown().lines().count());
    assertEquals(text, ana.json().get("text"));
  }

  @Test
  void text_that_is_not_unicode_is_refused() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    assertEquals(
        1, ana.pipes(new byte[] {'a', (byte) 0xff}, "--json", "send", "Ben", "--text", "-"));
    assertEquals("text-invalid", ana.errorCode());
    assertTrue(profile.submitted.isEmpty());
  }

  @Test
  void files_are_sent_as_they_are_in_their_order() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    var b = ana.file("b.txt", "b");
    var a = ana.file("a.txt", "a");
    assertEquals(0, ana.types("send", "Ben", "--attach", b, "--attach", a));
    var names = sent().files().stream().map(file -> file.path().getFileName().toString()).toList();
    assertEquals(List.of("b.txt", "a.txt"), names);
    assertTrue(sent().files().getFirst().originalQuality());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", ""})
  void a_file_that_cannot_be_sent_is_named_and_nothing_is_sent(String name) throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    var good = ana.file("good", "x");
    var bad = Path.of(good).resolveSibling(name).toString();
    assertEquals(1, ana.types("--json", "send", "Ben", "--attach", good, "--attach", bad));
    assertEquals("file-unreadable", ana.errorCode());
    assertTrue(ana.errors().contains(Path.of(bad).toString()), ana.errors());
    assertTrue(profile.submitted.isEmpty());
  }

  @Test
  void what_was_decided_is_what_is_printed() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    assertEquals(0, ana.types("--json", "block", "Ben"));
    assertEquals("blocked", ana.json().get("standing"));
    assertEquals(0, ana.types("--json", "unblock", "Ben"));
    assertEquals("accepted", ana.json().get("standing"));
  }

  @Test
  void waiting_ends_when_the_message_has_come_that_far() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    profile.sendAsFarAs(EntryView.Stage.SEEN);
    assertEquals(0, ana.types("--json", "send", "Ben", "--text", "x", "--wait", "delivered"));
    assertEquals("seen", ana.json().get("stage"));
  }

  @Test
  void waiting_that_takes_too_long_fails_but_tells_the_message() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    var command = "--json send Ben --text x --wait delivered --timeout 0";
    assertEquals(4, ana.types(command.split(" ")));
    assertEquals("timeout", ana.errorCode());
    assertEquals("accepted", ana.json().get("stage"));
  }

  @Test
  void a_message_that_failed_is_an_error() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    profile.sendAsFarAs(EntryView.Stage.FAILED);
    assertEquals(1, ana.types("--json", "send", "Ben", "--text", "x", "--wait", "accepted"));
    assertEquals("refused", ana.errorCode());
  }

  @Test
  void sending_without_a_connection_queues_and_succeeds() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    profile.sendAsFarAs(EntryView.Stage.WAITING);
    var offline = new ConnectionView.State.Offline("no route", MemoryProfile.NOON);
    profile.connection.set(new ConnectionView(offline, 1, false));
    assertEquals(0, ana.types("--json", "send", "Ben", "--text", "x"));
    assertEquals("waiting", ana.json().get("stage"));
  }

  @Test
  void foreign_control_characters_do_not_reach_the_terminal() throws Exception {
    profile.register();
    var ben = profile.addContact(BEN, "Ben\u001b[2J");
    profile.arrive(ben, "hi\u001b]0;owned\u0007\u009b");
    assertEquals(0, ana.types("history", BEN));
    assertFalse(ana.shown().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)));
    assertTrue(ana.shown().contains("\\u001b]0;owned"), ana.shown());
  }

  @Test
  void a_message_of_several_lines_cannot_pass_for_several_messages() throws Exception {
    profile.register();
    var ben = profile.addContact(BEN, "Ben\nBea");
    profile.arrive(ben, "hi\n" + MemoryProfile.NOON + "  Bea: forged\r\n");
    assertEquals(0, ana.types("history", BEN));
    var lines = ana.shown().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.getFirst().endsWith("Ben\\u000aBea: hi"), ana.shown());
    assertEquals("  | " + MemoryProfile.NOON + "  Bea: forged\\u000d", lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "send",
        "history Ben --limit x",
        "send Ben --wait read",
        "history Ben --limit 0",
        "history Ben --limit -1",
        "send Ben --text x --timeout -1",
        "send Ben --text x --timeout 9223372036854775807",
        "receive --timeout 1.5",
        "whoami --profile= ",
        "register --relay r",
        "register --relay r --phone 1 --email a@b.c"
      })
  void a_wrong_command_line_is_one_clear_line(String command) throws Exception {
    assertEquals(2, ana.types(command.isEmpty() ? new String[0] : command.split(" ")));
    assertTrue(ana.errors().startsWith("error: usage: "), ana.errors());
    assertEquals(1, ana.errors().lines().count());
    assertEquals("", ana.shown());
  }

  @Test
  void the_time_to_wait_begins_when_the_files_are_prepared() throws Exception {
    profile.register();
    profile.addContact(BEN, "Ben");
    var file = ana.file("a.mov", "a");
    profile.prepareFor(5);
    assertEquals(
        0, ana.types("send", "Ben", "--attach", file, "--wait", "accepted", "--timeout", "0"));
    assertTrue(ana.shown().contains("accepted"), ana.shown());
    profile.prepareFor(5);
    assertEquals(0, ana.types("--json", "send", "Ben", "--attach", file));
    assertEquals("accepted", ana.json().get("stage"));
  }

  @Test
  void a_fault_is_told_as_one() throws Exception {
    profile.register();
    profile.contacts.set(Collections.nCopies(1, null));
    assertEquals(70, ana.types("--json", "contacts"));
    assertTrue(ana.errors().contains("\"code\":\"fault\""), ana.errors());
  }

  @Test
  void help_lists_every_command_and_exit_code() throws Exception {
    assertEquals(0, ana.types("--help"));
    for (var word : List.of("register", "daemon", "receive", "--passphrase-file", " 70 ")) {
      assertTrue(ana.shown().contains(word), word);
    }
    assertEquals(0, ana.types("send", "--help"));
    assertTrue(ana.shown().contains("accepted, delivered, seen"), ana.shown());
  }

  @Test
  void json_is_ascii_and_one_line() throws Exception {
    profile.register();
    var ben = profile.addContact(BEN, "Ben");
    profile.arrive(ben, "a\u0085b\u2028c\u00e9\n");
    ana.types("--json", "history", "Ben");
    assertTrue(ana.shown().chars().allMatch(c -> c < 128), ana.shown());
    assertEquals("a\u0085b\u2028c\u00e9\n", ana.json().get("text"));
  }

  private Intent.SendMessage sent() {
    return profile.submitted.stream()
        .filter(Intent.SendMessage.class::isInstance)
        .map(Intent.SendMessage.class::cast)
        .toList()
        .getLast();
  }
}
