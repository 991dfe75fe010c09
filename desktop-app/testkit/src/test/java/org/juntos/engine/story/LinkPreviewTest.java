package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.preview.LinkPages;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.Bytes;

/// Previews that the sender makes.
final class LinkPreviewTest {
  private static final String LINK = "https://example.org/a";

  private final List<URI> asked = new ArrayList<>();
  private String page = "<title>A page</title><meta name=description content='Of &amp; about'>";
  private World world;
  private Person alice;
  private Person bob;

  private LinkPages.Answer fetch(URI address, LinkPages.Want want) {
    asked.add(address);
    return want == LinkPages.Want.PAGE
        ? new LinkPages.Answer.Fetched(
            address, "text/html", Bytes.of(page.getBytes(StandardCharsets.UTF_8)))
        : new LinkPages.Answer.Failed("no picture");
  }

  @BeforeEach
  void people(@TempDir Path folder) throws Exception {
    world = new World(folder, 73);
    var home = Person.Home.PLAIN.among(this::fetch);
    alice = world.person("Alice", links -> links, home);
    bob = world.person("Bob", links -> links, home);
    world.introduce(alice, bob);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private LinkPreview previewed(String address) throws InterruptedException {
    var outcome = alice.submit(new PreviewIntent.LookAtLink(address));
    return assertInstanceOf(Outcome.Previewed.class, outcome).preview();
  }

  @Test
  void nothing_is_fetched_until_the_person_has_turned_it_on() throws Exception {
    assertEquals("link-previews-off", Deeds.refusal(alice, new PreviewIntent.LookAtLink(LINK)));
    assertEquals(List.of(), asked);
    assertEquals(
        new Outcome.LinkPreviews(true), alice.submit(new PreviewIntent.SetLinkPreviews(true)));
    alice.restart();
    assertEquals(
        new Outcome.LinkPreviews(true), alice.submit(new PreviewIntent.LookAtLinkPreviews()));
    assertEquals(
        new LinkPreview(LINK, "A page", "Of & about", LinkPreview.Picture.NONE), previewed(LINK));
  }

  @Test
  void the_reader_fetches_nothing() throws Exception {
    alice.submit(new PreviewIntent.SetLinkPreviews(true));
    bob.submit(new PreviewIntent.SetLinkPreviews(true));
    var preview = previewed(LINK);
    var words = Words.of("look: " + LINK).saying(TextRanges.NONE, preview);
    Deeds.spread(alice, new HandlingIntent.Send(List.of(alice.with(bob)), words));
    world.settle();
    assertEquals(preview, bob.messages(alice).getLast().text().preview());
    assertEquals(List.of(URI.create(LINK)), asked);
  }

  @Test
  void what_is_no_plain_address_of_a_page_is_not_looked_at() throws Exception {
    alice.submit(new PreviewIntent.SetLinkPreviews(true));
    for (var address :
        List.of("see " + LINK, LINK + " ", "ftp://example.org", "file:///etc/passwd", "")) {
      assertEquals(
          "no-web-address", Deeds.refusal(alice, new PreviewIntent.LookAtLink(address)), address);
    }
    for (var address : List.of("https://me@example.org/", "https://xn--80ak6aa92e.com/")) {
      assertEquals(
          "link-not-previewed",
          Deeds.refusal(alice, new PreviewIntent.LookAtLink(address)),
          address);
    }
    assertEquals(List.of(), asked);
  }

  @Test
  void whatever_a_page_says_its_preview_fits_a_message() throws Exception {
    alice.submit(new PreviewIntent.SetLinkPreviews(true));
    page =
        "<title>"
            + "\uD83D\uDE42".repeat(500)
            + "</title><meta property='og:description' content='\u202Ea\n\t b"
            + "\u00e4".repeat(3000)
            + "'><meta property='og:image' content='javascript:alert(1)'>";
    var preview = previewed(LINK);
    assertEquals("a b", preview.description().substring(0, 3));
    assertEquals(127, preview.title().codePoints().filter(point -> point > 0xffff).count());
    assertEquals(List.of(URI.create(LINK)), asked);
    page = "";
    assertEquals("example.org", previewed(LINK).title());
  }
}
