package org.juntos.gallery;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.juntos.content.Attachment;
import org.juntos.content.ContactCard;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.Place;
import org.juntos.content.StatusContent;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PinView;
import org.juntos.engine.model.Quiet;
import org.juntos.engine.model.StatusQuote;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.model.StickerView;
import org.juntos.engine.model.TextView;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Where a window shows what people write beside names and messages: what the engine gives it of a
/// text, no longer than that can be. Add a line for a new place.
final class NaughtyPlaces {
  private static final String LINK = "https://example.org/a";
  private static final MessageId MESSAGE = new MessageId(new UUID(1, 2));

  private NaughtyPlaces() {}

  /// What a message says beside its text.
  static Stream<NaughtyScreensTest.Place> ofMessages() {
    return Stream.of(
        marked("quotes", 30, NaughtyPlaces::quoting),
        marked("reactions", 30, NaughtyPlaces::reacted),
        marked("polls", 12, text -> MarksView.NONE.with(poll(text))),
        marked("places", 20, text -> MarksView.NONE.with(place(text))),
        marked("contacts", 20, text -> MarksView.NONE.with(person(text))),
        marked("stickers", 12, text -> MarksView.NONE.with(sticker(text))),
        said("previews", 30, (story, text) -> story.says(LINK).saying(preview(text))),
        said("replies to statuses", 30, (story, text) -> story.says("Oh").about(status(text))));
  }

  /// What stands beside messages.
  static Stream<NaughtyScreensTest.Place> ofOthers() {
    return Stream.of(
        place("pins", 1, chat("pins"), (models, texts) -> keep(models, pins(texts.getFirst()))),
        place(
            "drafts",
            90,
            list("drafts"),
            (models, texts) -> set(models, texts, NaughtyPlaces::draft)),
        place(
            "folders",
            3,
            list("folders"),
            (models, texts) -> models.personal().set(folders(texts))),
        place(
            "statuses",
            60,
            list("statuses").after(MainWindow::statuses),
            (models, texts) -> models.statuses().set(statuses(texts))),
        place(
            "somebody's page",
            1,
            chat("page").after(MainWindow::toggleContact),
            (models, texts) -> set(models, texts, NaughtyPlaces::about)));
  }

  private static NaughtyScreensTest.Place marked(
      String name, int atOnce, Function<String, MarksView> marks) {
    return said(name, atOnce, (story, text) -> story.says("Oh").marked(marks.apply(text)));
  }

  private static NaughtyScreensTest.Place said(
      String name, int atOnce, BiConsumer<Story, String> say) {
    return place(
        name,
        atOnce,
        chat(name),
        (models, texts) -> {
          var story = Story.with(ana());
          texts.forEach(text -> say.accept(story, text));
          models.timeline().set(story.view());
        });
  }

  private static NaughtyScreensTest.Place place(
      String name, int atOnce, Shot shot, BiConsumer<FixedModels, List<String>> show) {
    return new NaughtyScreensTest.Place(name, 900, atOnce, shot, show);
  }

  private static ContactView ana() {
    return People.contact("Ana");
  }

  private static Shot chat(String name) {
    return Conversations.open(name, ana(), Conversations.chat(ana()));
  }

  private static Shot list(String name) {
    return new Shot(name, Screens.ready(ana(), Conversations.chat(ana())));
  }

  private static MarksView quoting(String text) {
    var state = text.length() % 2 == 0 ? MarksView.State.HERE : MarksView.State.ELSEWHERE;
    var quote =
        new MarksView.QuoteView(
            MESSAGE, ana().account(), text, false, cut(text, 150), List.of(), state);
    return new MarksView(List.of(), true, quote, null);
  }

  private static MarksView reacted(String text) {
    var who = new MarksView.Reacting(ana().account(), text, false, Story.NOW);
    return new MarksView(
        List.of(new MarksView.ReactionView("👍", false, List.of(who))), false, null, null);
  }

  private static CardView poll(String text) {
    var names = List.of(text, text);
    return new CardView.PollView(
        card(text, 300),
        List.of(
            new CardView.OptionView(card(text, 100), 2, true, names),
            new CardView.OptionView("No", 0, false, List.of())),
        true,
        false,
        2,
        true,
        null);
  }

  private static CardView place(String text) {
    return new CardView.PlaceView(new Place(387_139_400, -91_334_900, cut(text, 120), 20));
  }

  private static CardView person(String text) {
    var card = new ContactCard(card(text, 120), List.of(card(text, 60)), List.of(), null);
    return new CardView.PersonView(card, null, "");
  }

  private static StickerView sticker(String text) {
    var pingo = Pingos.stickers().getFirst();
    return new StickerView(
        pingo.pack(), 0, pingo.emoji(), cut(text, 40), pingo.image(), pingo.mediaType(), true);
  }

  private static TextView preview(String text) {
    var preview = new LinkPreview(LINK, card(text, 100), cut(text, 200), LinkPreview.Picture.NONE);
    return new TextView(TextRanges.NONE, preview, false);
  }

  private static StatusQuote status(String text) {
    return new StatusQuote(MESSAGE, StatusContent.Kind.TEXT, true, false, text, Bytes.EMPTY);
  }

  private static KeptView pins(String text) {
    return new KeptView(null, List.of(new PinView(MESSAGE, 1, text, cut(text, 150), List.of())), 0);
  }

  private static void keep(FixedModels models, KeptView kept) {
    models
        .conversations()
        .set(models.conversations().value().stream().map(one -> one.with(kept)).toList());
  }

  private static void set(
      FixedModels models, List<String> texts, Function<String, ConversationView> row) {
    models.conversations().set(texts.stream().map(row).toList());
  }

  private static ConversationView draft(String text) {
    return about(text)
        .with(new KeptView(new DraftView(text, null, List.of(), Story.NOW), List.of(), 0));
  }

  private static ConversationView about(String text) {
    var contact = People.showing(People.contact(cut(text, 64)), cut(text, 140));
    return new ConversationView(contact.conversation(), contact, 0, Story.NOW, null);
  }

  private static PersonalView folders(List<String> texts) {
    return new PersonalView(
        IntStream.range(0, texts.size())
            .mapToObj(number ->
                new PersonalView.FolderView(new UUID(3, number), cut(texts.get(number), 64)))
            .toList(),
        Quiet.NONE);
  }

  private static StatusesView statuses(List<String> texts) {
    var others =
        texts.stream()
            .map(text -> {
              var contact = People.contact(text);
              return new StatusesView.Author(
                  contact.account(), text, false, List.of(posted(contact.account(), text)));
            })
            .toList();
    return new StatusesView(List.of(), others, StatusAudience.CONTACTS, true, 0, null);
  }

  private static StatusView posted(AccountId author, String text) {
    return new StatusView(
        author,
        MESSAGE,
        StatusContent.Kind.TEXT,
        text,
        1,
        Attachment.Preview.NONE,
        "",
        0,
        StatusView.State.HERE,
        Story.NOW.minusSeconds(60),
        false,
        List.of(),
        null);
  }

  /// As cards keep a text that they have to have.
  private static String card(String text, int most) {
    return ContactCard.nameOf(cut(text, most));
  }

  private static String cut(String text, int most) {
    int end = Math.min(most, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, end));
  }

  /// Shots of what shows texts from the start, all of them at once.
  static Stream<Shot> opened(List<String> texts) {
    return Stream.of(
        searching("search-found", texts),
        searching("gallery-files", texts),
        searching("gallery-links", texts),
        starred(known(HandlingShots.shots(), "handled-starred"), texts),
        known(OwnDevices.shots(), "own-devices").answering(devices(texts)));
  }

  /// The status of somebody, as large as the window.
  static Shot viewed(String text) {
    var shot = known(StatusScreens.shots(), "status-text");
    var ana = People.contact("Ana Ferreira");
    var author =
        new StatusesView.Author(
            ana.account(), text, false, List.of(posted(ana.account(), cut(text, 700))));
    shot.models()
        .statuses()
        .set(new StatusesView(List.of(), List.of(author), StatusAudience.CONTACTS, true, 0, null));
    return shot;
  }

  static Shot known(List<Shot> shots, String name) {
    return shots.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static Shot searching(String name, List<String> texts) {
    var shot = known(FindingShots.shots(), name);
    var found = texts.stream().map(NaughtyPlaces::found).toList();
    var models = shot.models().finding(new FixedFinding(new Answer.Found(found, "", 0), 1));
    return new Shot(name, shot.width(), shot.height(), models, shot.steps(), shot.answers());
  }

  private static FoundView found(String text) {
    var file = Sample.file(cut(text, 200), 5_000, State.HERE, 1);
    var entry = Story.with(People.contact(text)).sends(text, file).view().entries().getFirst();
    var half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    var marks =
        text.isEmpty()
            ? List.<FoundView.Mark>of()
            : List.of(new FoundView.Mark(half, text.length()));
    return new FoundView(
        ana().conversation(), text, entry, marks, List.of(List.of()), List.of(LINK + text));
  }

  private static Shot starred(Shot shot, List<String> texts) {
    var story = Story.with(ana());
    texts.forEach(text ->
        story.says(text).marked(MarksView.NONE.with(new HandledView(false, false, true, false))));
    shot.models().timeline().set(story.view());
    return shot;
  }

  private static Outcome devices(List<String> texts) {
    return new Outcome.Devices(
        IntStream.range(0, texts.size())
            .mapToObj(at -> new DeviceView(at + 1, cut(texts.get(at), 64), at == 0, Story.NOW))
            .toList());
  }
}
