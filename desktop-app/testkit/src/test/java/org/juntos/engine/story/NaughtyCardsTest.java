package org.juntos.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.juntos.content.ContactCard;
import org.juntos.content.Visible;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.StickerIntent.Make.Picture;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.EntryView;
import org.juntos.wire.Bytes;

/// Polls, places, people and stickers.
class NaughtyCardsTest extends NaughtySendings {
  private static final String NUMBER = "+351 912 345 678";
  private static final String WAVE = "\uD83D\uDC4B";

  @Override
  Stream<Kind> kinds() {
    return Stream.of(polls(), places(), stickers()).flatMap(kinds -> kinds);
  }

  private Stream<Kind> polls() {
    return Stream.of(
        card(
            "question",
            text -> new CardIntent.Ask(To.of(there()), text, List.of("yes", "no"), true, true),
            Set.of("poll-question-empty", "poll-question-too-long"),
            entry -> card(CardView.PollView.class, entry).question()),
        card(
            "answer",
            text -> new CardIntent.Ask(To.of(there()), "Why?", List.of("no", text), true, true),
            Set.of("poll-option-empty", "poll-option-too-long", "poll-options-alike"),
            entry -> card(CardView.PollView.class, entry).options().getLast().text()));
  }

  private Stream<Kind> places() {
    return Stream.of(
        card(
            "place",
            text -> new CardIntent.ShowPlace(To.of(there()), "1, 2", text),
            Set.of("place-name-too-long"),
            entry -> card(CardView.PlaceView.class, entry).place().name()),
        new Kind(
            "name of a contact",
            false,
            as(text -> new CardIntent.ShareCardFile(To.of(there()), vcard(text, NUMBER))),
            text -> orNumber(inAddressBook(text)),
            Set.of(),
            entry -> card(CardView.PersonView.class, entry).card().name()),
        new Kind(
            "number of a contact",
            false,
            as(text -> new CardIntent.ShareCardFile(To.of(there()), vcard("Rui", text))),
            text -> inAddressBook(text).replaceFirst("(?i)^(tel|mailto):", ""),
            Set.of("card-unusable"),
            entry -> card(CardView.PersonView.class, entry).card().phones().getFirst()));
  }

  private Kind card(String name, Put put, Set<String> refusals, Function<EntryView, String> seen) {
    return new Kind(name, false, as(put), NaughtyCardsTest::onOneLine, refusals, seen);
  }

  private static <T extends CardView> T card(Class<T> type, EntryView entry) {
    return type.cast(Objects.requireNonNull(entry.marks().card()));
  }

  /// As cards keep words: on one line, and without what turns its direction.
  private static String onOneLine(String text) {
    return wellFormed(text)
        .replaceAll("[\\p{Cc}\\p{Z}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+", " ")
        .strip();
  }

  /// As a file of cards is read: on one line, and without what cannot be seen.
  private static String inAddressBook(String text) {
    return wellFormed(text).replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
  }

  private static String orNumber(String name) {
    int end = Math.min(ContactCard.MAX_NAME, name.codePointCount(0, name.length()));
    return Visible.any(name) ? name.substring(0, name.offsetByCodePoints(0, end)).strip() : NUMBER;
  }

  private Path vcard(String name, String number) {
    try {
      return Files.writeString(
          picture.resolveSibling("card.vcf"),
          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nTEL:%s\r\nEND:VCARD\r\n"
              .formatted(inVcard(name), inVcard(number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// RFC 6350, 3.4.
  private static String inVcard(String text) {
    return wellFormed(text).replaceAll("[\\\\,;]", "\\\\$0").replaceAll("\r\n?|\n", "\\\\n");
  }

  private Stream<Kind> stickers() {
    return Stream.of(
        new Kind(
            "label of a sticker",
            true,
            text -> sticker("Pack", text),
            text -> wellFormed(text.strip()),
            Set.of("sticker-label-long"),
            entry -> Objects.requireNonNull(entry.marks().sticker()).label()),
        new Kind(
            "title of a pack",
            true,
            text -> sticker(text, ""),
            text -> wellFormed(text.strip()),
            Set.of("sticker-title-invalid"),
            entry -> titleOf(Objects.requireNonNull(entry.marks().sticker()).pack())));
  }

  private Outcome sticker(String title, String label) throws InterruptedException {
    var make = new StickerIntent.Make(title, List.of(new Picture(picture, WAVE, label)));
    var outcome = carol.submit(make);
    return outcome instanceof Outcome.StickerPackMade(var pack)
        ? carol.submit(new StickerIntent.Send(there(), pack, 0, null))
        : outcome;
  }

  /// On the device that has fetched it.
  private String titleOf(Bytes pack) {
    return desk.models().stickers().packs().stream()
        .filter(one -> one.id().equals(pack))
        .findFirst()
        .orElseThrow()
        .title();
  }
}
