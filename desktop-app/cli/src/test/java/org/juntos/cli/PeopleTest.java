package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.model.ContactView;
import org.juntos.wire.Bytes;
import org.juntos.wire.ReportReason;

/// Safety numbers, codes, requests and reports on the command line.
class PeopleTest extends AtTheTerminal {
  private static final String DIGITS =
      "11111 22222 33333 44444 55555 66666 77777 88888 99999 00000" + " 12345 67890";

  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  private Intent last() {
    return profile.submitted.getLast();
  }

  @Test
  void a_safety_number_is_told_and_saved_as_a_code() throws Exception {
    var known = new SafetyNumberView.Shown(DIGITS, "juntos://safety/x");
    profile.number = new SafetyNumberView(known, SafetyNumberView.Shown.NONE, false);
    assertEquals(0, ana.types("safety-number", "Ben"));
    assertTrue(ana.shown().startsWith("Ben\n11111 22222 33333 44444\n55555"), ana.shown());
    assertEquals(0, ana.types("--json", "safety-number", "Ben", "--qr", "code.png"));
    assertEquals(DIGITS, ana.json().get("digits"));
    assertNull(ana.json().get("newDigits"));
    assertEquals("code.png", ana.json().get("savedTo"));
    assertEquals(new PeopleIntent.SaveCode("juntos://safety/x", Path.of("code.png")), last());
  }

  @Test
  void after_a_change_the_code_to_show_is_that_of_the_new_key() throws Exception {
    var old = new SafetyNumberView.Shown(DIGITS, "juntos://safety/old");
    var fresh = new SafetyNumberView.Shown(DIGITS.replace('1', '2'), "juntos://safety/new");
    profile.number = new SafetyNumberView(old, fresh, true);
    assertEquals(0, ana.types("safety-number", "Ben", "--qr", "code.png"));
    assertTrue(ana.shown().contains("the number of their new key\n22222 22222"), ana.shown());
    assertEquals(new PeopleIntent.SaveCode("juntos://safety/new", Path.of("code.png")), last());
  }

  @Test
  void it_is_compared_by_digits_or_by_picture_and_taken_back() throws Exception {
    assertEquals(0, ana.types("verify-safety-number", "Ben", "--digits", DIGITS));
    var account = ben.account();
    assertEquals(new PeopleIntent.CompareSafetyNumber(account, DIGITS), last());
    assertEquals(0, ana.types("verify-safety-number", "Ben", "--qr", "theirs.png"));
    assertEquals(new PeopleIntent.ScanSafetyNumber(account, Path.of("theirs.png")), last());
    assertEquals(0, ana.types("verify-safety-number", "Ben", "--undo"));
    assertEquals(new Intent.MarkVerified(account, false), last());
    assertEquals(2, ana.types("verify-safety-number", "Ben"));
    assertEquals(2, ana.types("verify-safety-number", "Ben", "--undo", "--qr", "x.png"));
  }

  @Test
  void a_picture_of_a_code_is_added_and_ones_own_link_saved_as_one() throws Exception {
    assertEquals(0, ana.types("add", "there/Code.PNG"));
    assertEquals(new PeopleIntent.AddScanned(Path.of("there/Code.PNG")), last());
    assertEquals(0, ana.types("--json", "link", "--qr", "mine.png"));
    assertEquals("mine.png", ana.json().get("savedTo"));
    assertEquals(new PeopleIntent.SaveCode("juntos://contact/ana", Path.of("mine.png")), last());
  }

  @Test
  void requests_are_listed_with_their_direction() throws Exception {
    profile.changeContactNow(ben.account(), ContactView.Standing.ASKING);
    assertEquals(0, ana.types("--json", "requests"));
    assertEquals("in", ana.json().get("direction"));
    assertEquals(0, ana.types("--json", "refuse", "Ben"));
    assertEquals("refused", ana.json().get("standing"));
    profile.changeContactNow(ben.account(), ContactView.Standing.REQUESTED);
    assertEquals(0, ana.types("requests"));
    assertTrue(ana.shown().startsWith("out  bbbbbbbb"), ana.shown());
    profile.changeContactNow(ben.account(), ContactView.Standing.ACCEPTED);
    assertEquals(0, ana.types("requests"));
    assertEquals("", ana.shown());
  }

  @Test
  void an_import_says_what_became_of_each_card() throws Exception {
    profile.imported =
        new ImportView(2, 1, 3, List.of(new ImportView.Bad(4, "Zoë", "It has no number.")));
    assertEquals(0, ana.types("--json", "contacts", "import", "all.vcf"));
    assertEquals(2, ana.json().get("added"));
    assertEquals(new PeopleIntent.ImportCards(Path.of("all.vcf")), last());
    assertEquals(0, ana.types("contacts", "import", "all.vcf"));
    assertEquals("2 added, 1 changed, 3 known\ncard 4 (Zoë): It has no number.\n", ana.shown());
  }

  @Test
  void the_address_book_is_listed_and_entries_are_forgotten_by_name() throws Exception {
    var id = Bytes.ofHex("42".repeat(16));
    profile.addresses =
        List.of(new AddressView(id, "Zoë", List.of("+351211234567"), List.of(), null, false));
    assertEquals(0, ana.types("--json", "contacts", "imported"));
    assertEquals(id.hex(), ana.json().get("entry"));
    assertNull(ana.json().get("account"));
    assertEquals(0, ana.types("contacts", "imported"));
    assertTrue(ana.shown().contains("(not known on Juntos yet)"), ana.shown());
    assertEquals(0, ana.types("contacts", "forget", "Zoë"));
    assertEquals(new PeopleIntent.RemoveAddresses(List.of(id)), last());
    assertEquals(1, ana.types("contacts", "forget", "Nobody"));
    assertTrue(ana.errors().contains("address-unknown"), ana.errors());
    assertEquals(2, ana.types("contacts", "forget"));
  }

  @Test
  void a_number_is_added_with_a_word_about_the_key() throws Exception {
    assertEquals(0, ana.types("add", "+351 912 345 678"));
    assertEquals(new Intent.AddContact("+351 912 345 678"), last());
    assertTrue(ana.shown().contains("compare safety numbers"), ana.shown());
  }

  @Test
  void the_address_book_is_matched_and_who_was_found_is_added() throws Exception {
    var later = Instant.parse("2026-01-02T03:04:05Z");
    profile.matched = new MatchView(2, 250, 30, later);
    assertEquals(0, ana.types("--json", "contacts", "match", "--country", "PT"));
    assertEquals(new PeopleIntent.MatchAddressBook("PT"), last());
    assertEquals(30, ana.json().get("left"));
    assertEquals(later.toString(), ana.json().get("nextAt"));
    profile.matched = new MatchView(1, 3, 0, null);
    assertEquals(0, ana.types("contacts", "match"));
    assertEquals(new PeopleIntent.MatchAddressBook(""), last());
    assertEquals("1 found of 3\n", ana.shown());
    var id = Bytes.ofHex("42".repeat(16));
    var zoe = new AddressView(id, "Zoë", List.of(), List.of(), ben.account(), false);
    profile.addresses = List.of(zoe);
    assertEquals(0, ana.types("contacts", "add", "Zoë"));
    assertEquals(new PeopleIntent.AddAddress(id), last());
    profile.addresses = List.of(zoe, zoe);
    assertEquals(1, ana.types("contacts", "add", "Zoë"));
    assertTrue(ana.errors().contains("contact-ambiguous"), ana.errors());
  }

  @Test
  void an_account_is_found_by_its_number_when_it_says_so() throws Exception {
    assertEquals(0, ana.types("discoverable", "show"));
    assertEquals("off: nobody finds this account by its number\n", ana.shown());
    assertEquals(0, ana.types("--json", "discoverable", "on", "+351912345678"));
    assertEquals(new PeopleIntent.BeFound("+351912345678"), last());
    assertEquals(true, ana.json().get("discoverable"));
    assertEquals(0, ana.types("discoverable", "off"));
    assertEquals(new PeopleIntent.BeHidden(), last());
    assertEquals(2, ana.types("discoverable", "on"));
  }

  @Test
  void a_report_needs_a_reason_and_blocks() throws Exception {
    assertEquals(2, ana.types("report", "Ben"));
    assertEquals(2, ana.types("report", "Ben", "--reason", "rude"));
    assertEquals(0, ana.types("--json", "report", "Ben", "--reason", "abuse"));
    assertEquals("blocked", ana.json().get("standing"));
    assertEquals(new PeopleIntent.ReportContact(ben.account(), ReportReason.ABUSE), last());
  }
}
