package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest {
  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    ana = new Terminal(profile::open, folder);
    profile.register();
    profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
    ana.types("send", "Ben", "--text", "see you at eight");
    ana.types("send", "Ben", "--text", "https://example.org/map");
    ana.types("send", "Ben", "--text", "bring it");
  }

  @Test
  void a_page_tells_what_was_found_how_much_there_is_and_where_to_go_on() throws Exception {
    assertEquals(0, ana.types("--json", "search", "see", "you", "--limit", "2"));
    var json = ana.json();
    assertEquals(List.of("bring it", "https://example.org/map"), texts(json));
    assertEquals(3, json.get("total"));
    assertEquals("2", json.get("next"));
    var link = (Map<?, ?>) messages(json).getLast();
    assertEquals(List.of("ht"), link.get("matches"));
    assertEquals(List.of("https://example.org/map"), link.get("links"));
    assertEquals(0, ana.types("--json", "search", "x", "--cursor", "2", "--no-total"));
    assertEquals(List.of("see you at eight"), texts(ana.json()));
    assertNull(ana.json().get("next"));
    assertNull(ana.json().get("total"));
  }

  @Test
  void options_mean_what_would_be_typed() throws Exception {
    ana.types(
        "search",
        "late",
        "train",
        "--from",
        "Ána \"the\" Great",
        "--from",
        "me",
        "--has",
        "link",
        "--before",
        "2026-06",
        "--after",
        "2026-01-31",
        "--in",
        "Ben",
        "--starred",
        "--limit",
        "7");
    var asked = profile.sought.getLast();
    assertTrue(
        asked.contains(
            "text=from:\"Ána  the  Great\" from:\"me\" has:\"link\" before:\"2026-06\""
                + " after:\"2026-01-31\" is:starred late train"),
        asked);
    assertFalse(asked.contains("within=null"), asked);
  }

  @Test
  void people_read_lines_and_no_name_moves_the_cursor() throws Exception {
    assertEquals(0, ana.types("search", "eight"));
    assertTrue(ana.shown().contains("Ben\\u0007  "), ana.shown());
    assertTrue(ana.shown().endsWith("3 of 3 messages\n"), ana.shown());
  }

  @Test
  void a_filter_that_means_nothing_is_refused_with_its_code() throws Exception {
    assertEquals(1, ana.types("--json", "search", "--has", "wings"));
    assertEquals("search-has-unknown", ana.errorCode());
  }

  @Test
  void a_gallery_shows_a_shelf_of_a_conversation() throws Exception {
    assertEquals(0, ana.types("--json", "gallery", "Ben", "--kind", "links", "--limit", "1"));
    assertEquals("links", ana.json().get("kind"));
    assertEquals(1, texts(ana.json()).size());
    assertEquals("1", ana.json().get("next"));
    assertTrue(profile.sought.getLast().contains("shelf LINKS"));
  }

  @Test
  void the_daemon_has_both() throws Exception {
    var asks =
        """
        {"jsonrpc":"2.0","id":1,"method":"search","params":{"query":"x","has":["link"],"limit":1}}
        {"jsonrpc":"2.0","id":2,"method":"gallery","params":{"contact":"Ben","kind":"files"}}
        {"jsonrpc":"2.0","id":3,"method":"gallery","params":{"contact":"Ben","kind":"songs"}}
        """;
    assertEquals(0, ana.pipes(asks.getBytes(StandardCharsets.UTF_8), "daemon"));
    assertEquals(3, Terminal.object(answer(1), "result").get("total"));
    assertEquals("files", Terminal.object(answer(2), "result").get("kind"));
    assertEquals(-32602, Terminal.object(answer(3), "error").get("code"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search x --limit 0", "search x --has", "gallery", "gallery Ben --kind songs"})
  void a_wrong_command_line_is_refused(String line) throws Exception {
    assertEquals(2, ana.types(line.split(" ", -1)));
  }

  private Map<?, ?> answer(int id) throws IOException {
    return ana.jsonLines().stream()
        .filter(line -> Integer.valueOf(id).equals(line.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private static List<?> texts(Map<?, ?> json) {
    return messages(json).stream().map(message -> ((Map<?, ?>) message).get("text")).toList();
  }

  private static List<?> messages(Map<?, ?> json) {
    return (List<?>) Objects.requireNonNull(json.get("messages"));
  }
}
