package org.juntos.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NaughtyTextTest {
  private static final List<NaughtyText> ALL = NaughtyText.all();

  @Test
  void there_are_hundreds_of_texts_of_many_kinds_each_once() {
    var texts = new HashSet<String>();
    ALL.forEach(one -> assertTrue(texts.add(one.text()), "twice: " + one));
    assertTrue(texts.size() >= 900, texts.size() + " texts");
    var kinds = ALL.stream().collect(Collectors.groupingBy(NaughtyText::category));
    assertTrue(kinds.size() >= 35, kinds.keySet().toString());
    kinds.forEach((kind, those) -> assertTrue(those.size() >= 10, kind + " has " + those.size()));
  }

  @Test
  void escapes_become_what_they_stand_for() {
    assertTrue(texts("empty").contains(""));
    assertTrue(texts("controls").contains("a\0b"));
    assertTrue(texts("surrogates").contains("a\ud83d"));
    assertTrue(texts("lines").contains("one\r\ntwo"));
    assertTrue(texts("long").contains("a".repeat(65_536)));
    assertTrue(texts("combining").contains("e\u0301 \u00e9 e\u0301"));
    assertTrue(texts("emoji").contains("👨\u200d👩\u200d👧\u200d👦".repeat(120)));
    assertTrue(texts("format").contains("{0,number,#}"));
  }

  @Test
  void every_text_is_named_in_a_line_of_ascii() {
    for (var one : ALL) {
      assertTrue(
          one.toString().chars().allMatch(c -> (c >= ' ' && c < 127) || c == '…'), one.text());
    }
    assertEquals("surrogates: \\ud83d", texts("surrogates", "\ud83d").toString());
  }

  private static NaughtyText texts(String category, String text) {
    return ALL.stream().filter(new NaughtyText(category, text)::equals).findFirst().orElseThrow();
  }

  private static List<String> texts(String category) {
    return ALL.stream()
        .filter(one -> one.category().equals(category))
        .map(NaughtyText::text)
        .toList();
  }
}
