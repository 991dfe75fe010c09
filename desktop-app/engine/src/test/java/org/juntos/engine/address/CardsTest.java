package org.juntos.engine.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.AddressEntry;
import org.juntos.engine.address.CardReading.Read;

/// Address books as phones and mail programs write them.
class CardsTest {
  private static final String INES =
      """
      BEGIN:VCARD
      VERSION:3.0
      FN:Inês Carvalho
      N:Carvalho;Inês;;;
      TEL;TYPE=CELL:+351 21 123 4567
      EMAIL:ines@example.org
      END:VCARD
      """;

  private static List<Read> read(byte[] file) {
    return CardFile.cards(CardFile.text(file)).stream().map(CardReading::read).toList();
  }

  private static List<Read> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static AddressEntry only(byte[] file) {
    var all = read(file);
    assertEquals(1, all.size(), all.toString());
    return assertInstanceOf(Read.Entry.class, all.getFirst()).entry();
  }

  private static AddressEntry only(String text) {
    return only(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String why(Read read) {
    return assertInstanceOf(Read.Bad.class, read).why();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void names_are_read_in_every_encoding(String charset) {
    var entry = only(INES.replace("\n", "\r\n").getBytes(Charset.forName(charset)));
    assertEquals("Inês Carvalho", entry.name());
    assertEquals(List.of("+351 21 123 4567"), entry.phones());
    assertEquals(List.of("ines@example.org"), entry.emails());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_is_no_part_of_the_text(String charset) {
    assertEquals(
        "Inês Carvalho", only(("\uFEFF" + INES).getBytes(Charset.forName(charset))).name());
  }

  @Test
  void an_old_card_with_quoted_printable_soft_breaks_and_an_agent_is_one_entry() {
    var entry =
        only(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96berg;=C3=85sa
            FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85sa =
            =C3=96berg
            TEL;CELL;PREF:0701234567
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:Somebody else
            TEL:1
            END:VCARD
            END:VCARD
            """);
    assertEquals("Åsa Öberg", entry.name());
    assertEquals(List.of("0701234567"), entry.phones());
  }

  @Test
  void a_card_of_version_4_has_addresses_for_numbers_and_folded_lines() {
    var entry =
        only(
            """
            BEGIN:VCARD
            VERSION:4.0
            UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
            FN:Γιώργος
              Παππάς
            TEL;VALUE=uri;TYPE="voice,cell":tel:+30-21-0123-4567
            EMAIL:mailto:g@example.org
            PHOTO:data:image/png;base64,AAAA
            END:VCARD
            """);
    assertEquals("Γιώργος Παππάς", entry.name());
    assertEquals(List.of("+30-21-0123-4567"), entry.phones());
    assertEquals(List.of("g@example.org"), entry.emails());
  }

  @Test
  void who_has_no_formatted_name_goes_by_the_next_best() {
    assertEquals("Ben Okafor", only(card("N:Okafor;Ben;;;", "TEL:1")).name());
    assertEquals("Bay Ferries, Tickets", only(card("ORG:Bay Ferries;Tickets", "TEL:1")).name());
    assertEquals("+49 1", only(card("TEL:+49 1")).name());
    assertEquals("a@b.example", only(card("EMAIL:a@b.example")).name());
  }

  @Test
  void what_cannot_be_seen_or_turns_the_writing_round_is_no_part_of_a_name() {
    var entry = only(card("FN:Mallory \u202Egpj\u0007.exe\\nX", "TEL:+49\u200B1"));
    assertEquals("Mallory gpj .exe X", entry.name());
    assertTrue(only(card("FN:" + "x".repeat(5_000), "TEL:1")).name().length() <= 120);
  }

  @Test
  void a_broken_card_costs_no_other() {
    var all =
        read(
            INES
                + "BEGIN:VCARD\nVERSION:3.0\nFN:Cut off\nTEL:1\n"
                + INES
                + card("FN:Nothing to reach them by")
                + "rubbish between cards\n"
                + "BEGIN:VCARD\nVERSION:3.0\nFN:The last\nTEL:2\n");
    assertEquals(5, all.size());
    assertInstanceOf(Read.Entry.class, all.get(0));
    assertTrue(why(all.get(1)).startsWith("The card has no end"));
    assertInstanceOf(Read.Entry.class, all.get(2));
    assertEquals("It has neither a number nor an e-mail address.", why(all.get(3)));
    assertEquals("Nothing to reach them by", ((Read.Bad) all.get(3)).name());
    assertTrue(why(all.get(4)).startsWith("The card has no end"));
  }

  @Test
  void the_same_card_again_is_the_same_entry_and_a_card_with_an_id_stays_it() {
    assertEquals(only(INES), only(INES));
    var before = only(card("UID:7", "FN:Ana", "TEL:1"));
    var after = only(card("UID:7", "FN:Ana Ferreira", "TEL:2"));
    assertEquals(before.id(), after.id());
    assertEquals("Ana Ferreira", after.name());
  }

  @Test
  void hundreds_of_cards_and_values_have_their_bounds() {
    var file = new StringBuilder();
    IntStream.range(0, 600)
        .forEach(i -> file.append(card("FN:Person " + i, "TEL:+49" + (1_000_000 + i))));
    assertEquals(600, read(file.toString()).size());
    var many = new StringBuilder("FN:Many");
    IntStream.range(0, 50).forEach(i -> many.append("\nTEL:").append(i));
    assertEquals(AddressEntry.MOST_VALUES, only(card(many.toString())).phones().size());
    var huge = card("FN:Huge", "TEL:1", "NOTE:" + "x".repeat(CardFile.MAX_CARD));
    assertTrue(why(read(huge).getFirst()).contains("longer than 4 MB"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothing_that_a_file_may_hold_is_more_than_a_refusal(long seed) {
    var random = new Random(seed);
    var bytes = INES.repeat(20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 60; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    assertTrue(read(bytes).size() <= 40);
    var noise = new byte[20_000];
    random.nextBytes(noise);
    var mixed = new ByteArrayOutputStream();
    mixed.writeBytes("BEGIN:VCARD\r\n".getBytes(StandardCharsets.US_ASCII));
    mixed.writeBytes(noise);
    mixed.writeBytes("\r\nEND:VCARD\r\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(read(mixed.toByteArray()).size() <= 2, "seed " + seed);
  }

  private static String card(String... lines) {
    return "BEGIN:VCARD\nVERSION:3.0\n" + String.join("\n", lines) + "\nEND:VCARD\n";
  }
}
