package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebLinksTest {
  private static List<String> in(String text) {
    return WebLinks.in(text).stream().map(WebLink::text).toList();
  }

  private static Set<LinkDoubt> doubts(String address) {
    var links = WebLinks.in(address);
    assertEquals(1, links.size(), address);
    assertEquals(address, links.getFirst().text());
    return links.getFirst().doubts();
  }

  private static String target(String address) {
    return WebLinks.in(address).getFirst().target().toString();
  }

  @Test
  void addresses_are_found_without_the_sentence_around_them() {
    assertEquals(
        List.of("https://example.org/a?b=c", "www.example.com"),
        in("See (https://example.org/a?b=c), or www.example.com."));
    assertEquals(
        List.of("https://en.wikipedia.org/wiki/Mercury_(planet)"),
        in("(https://en.wikipedia.org/wiki/Mercury_(planet))!"));
    assertEquals(List.of("HTTP://EXAMPLE.ORG:8080/x"), in("\"HTTP://EXAMPLE.ORG:8080/x\""));
    assertEquals(List.of("http://[2001:db8::1]/"), in("<http://[2001:db8::1]/>"));
    assertEquals(List.of("https://例え.jp/道"), in("見て「https://例え.jp/道」。"));
    assertEquals(
        List.of("https://a.example", "https://b.example"),
        in("https://a.example\nhttps://b.example"));
    assertEquals(List.of("http://localhost:8080/"), in("http://localhost:8080/"));
  }

  @Test
  void what_is_no_address_of_a_page_is_none() {
    for (var text :
        List.of(
            "a.b and c//d",
            "mailto:x@example.org",
            "xhttps://no.example",
            "javascript:alert(1)//http:",
            "file:///etc/passwd",
            "https://",
            "https://.",
            "https://-a-.example",
            "https://exa mple",
            "www.",
            "www.example",
            "wwwxexample.org",
            "me@www.example.org",
            "https://bank.example\u2215login.example",
            "https://a..b",
            "https://a.example:port/",
            "ftp://www.example.org")) {
      assertEquals(
          text.equals("https://exa mple") ? List.of("https://exa") : List.of(), in(text), text);
      assertEquals(!in(text).isEmpty(), WebLinks.any(text), text);
    }
  }

  @Test
  void a_target_is_ascii_and_keeps_what_was_encoded() {
    assertEquals("https://www.example.com", target("www.example.com"));
    assertEquals("http://example.org/X?y=Z#w", target("HTTP://EXAMPLE.org/X?y=Z#w"));
    assertEquals(
        "https://xn--bcher-kva.example/%C3%A4%20b%25", target("https://bücher.example/ä%20b%"));
    assertEquals("https://a%40b@example.org/", target("https://a@b@example.org/"));
    for (var address : List.of("https://a@my_host.example:8080/x", "http://[::1]:80/")) {
      var host = WebLinks.in(address).getFirst().host();
      assertEquals(address.startsWith("https") ? "my_host.example" : "[::1]", host);
    }
  }

  @Test
  void plain_addresses_raise_no_doubt() {
    for (var address :
        List.of(
            "https://example.org/a?b=c#d",
            "www.example.com",
            "https://bücher.example/",
            "https://пример.рф/",
            "https://яндекс.com/", // letters that no Latin word has
            "https://例え.jp/",
            "https://tiếngviệt.vn/",
            "https://ελλάδα.gr/",
            "https://example.org/@name/x")) {
      assertEquals(Set.of(), doubts(address), address);
    }
  }

  @Test
  void addresses_that_are_not_what_they_look_like_raise_a_doubt() {
    assertEquals(Set.of(LinkDoubt.MIXED_SCRIPTS), doubts("https://pаypal.com/")); // Cyrillic а
    assertEquals(Set.of(LinkDoubt.LOOK_ALIKE), doubts("https://аррӏе.com/"));
    assertEquals(Set.of(LinkDoubt.LOOK_ALIKE), doubts("https://paypaɩ.com/"));
    assertEquals(Set.of(LinkDoubt.LOOK_ALIKE), doubts("https://gıthub.com/"));
    assertEquals(Set.of(LinkDoubt.LOOK_ALIKE), doubts("https://ｅxample.com/"));
    assertEquals(Set.of(LinkDoubt.PUNYCODE), doubts("https://xn--80ak6aa92e.com/"));
    assertEquals(Set.of(LinkDoubt.USER_INFO), doubts("https://bank.example@evil.example/"));
    assertEquals(
        Set.of(LinkDoubt.HIDDEN_CHARACTERS), doubts("https://bank.example\u200B.evil.example/"));
    assertEquals(Set.of(LinkDoubt.HIDDEN_CHARACTERS), doubts("https://example.org/\u202Egnp.exe"));
    assertEquals(Set.of(LinkDoubt.HIDDEN_CHARACTERS), doubts("https://example.org/a\u3164b"));
  }

  @Test
  void what_is_hidden_is_spelled_out_where_the_address_is_shown() {
    var link = WebLinks.in("https://example.org/\u202Egnp.exe").getFirst();
    assertEquals("https://example.org/%E2%80%AEgnp.exe", link.shown());
    assertEquals(
        "https://xn--pypal-4ve.com/", WebLinks.in("https://pаypal.com/").getFirst().shown());
  }

  @Test
  void a_longer_address_than_any_is_none() {
    assertTrue(WebLinks.any("https://example.org/" + "x".repeat(2028)));
    assertFalse(WebLinks.any("https://example.org/" + "x".repeat(2029)));
  }

  @Test
  void hostile_texts_take_no_time() {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          WebLinks.in("https://a" + ")".repeat(131_000));
          WebLinks.in("https://a.example ".repeat(7_000));
          WebLinks.in(("https://a." + ")(".repeat(1000) + " ").repeat(64));
          WebLinks.in("www.".repeat(32_000));
          WebLinks.in("(http://-)".repeat(13_000));
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_the_text_links_lie_in_it_in_order(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var text =
          Samples.string(random, 12)
              + (random.nextBoolean() ? " https://" : " www.")
              + Samples.string(random, 20)
              + (random.nextBoolean() ? ".example/" : "")
              + Samples.string(random, 20);
      int at = 0;
      for (var link : WebLinks.in(text)) {
        assertTrue(link.start() >= at, text);
        assertEquals(link.text(), text.substring(link.start(), link.end()));
        assertTrue(link.target().toString().chars().allMatch(unit -> unit > 0x20 && unit < 0x7f));
        at = link.end();
      }
    }
  }
}
