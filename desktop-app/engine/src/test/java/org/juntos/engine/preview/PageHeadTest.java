package org.juntos.engine.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

final class PageHeadTest {
  private static PageHead read(String html) {
    return PageHead.read(Bytes.of(html.getBytes(StandardCharsets.UTF_8)), "text/html");
  }

  @Test
  void open_graph_counts_before_what_was_there_before() {
    assertEquals(
        new PageHead("A & B", "What it is", "/p.png"),
        read(
            """
            <html><head><title>Old</title>
            <META name="description" content="old">
            <meta content='A &amp; B' property=og:title>
            <meta property="og:description" content="What it is"/>
            <meta property="og:image" content="/p.png">
            """));
    assertEquals(
        new PageHead("A title\n of – “two” lines", "", ""),
        read("<title lang=en>\nA title\n of &ndash; &#8220;two&#x201d; lines </title>"));
  }

  @Test
  void what_stands_in_comments_and_scripts_is_not_said() {
    assertEquals(
        new PageHead("yes", "", ""),
        read("<!-- <title>no</title> --><script>'<title>no</title>'</script><title>yes</title>"));
  }

  @Test
  void entities_that_are_none_stay() {
    assertEquals("&foo; &#xD800; &#9999999;", read("<title>&foo; &#xD800; &#9999999;").title());
  }

  @Test
  void letters_are_read_as_the_page_says() {
    var latin = Bytes.of("<title>ä</title>".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("ä", PageHead.read(latin, "text/html; charset=\"iso-8859-1\"").title());
    var written = "<meta charset=windows-1251><title>да</title>";
    var cyrillic = Bytes.of(written.getBytes(Charset.forName("windows-1251")));
    assertEquals("да", PageHead.read(cyrillic, "text/html").title());
    assertEquals(
        "x",
        PageHead.read(
                Bytes.of("<title>x".getBytes(StandardCharsets.UTF_8)),
                "text/html; charset=nonsense")
            .title());
  }

  @Test
  void hostile_pages_take_no_time() {
    assertTimeout(
        Duration.ofSeconds(3),
        () -> {
          read("<meta ".repeat(80_000));
          read("<script>".repeat(60_000));
          read("<!--".repeat(120_000));
          read("<title " + "a=".repeat(200_000));
          read("<meta " + "a='".repeat(150_000) + ">");
          read("&".repeat(500_000));
        });
  }
}
