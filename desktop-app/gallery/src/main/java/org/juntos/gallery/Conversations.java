package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Conversations of words in all their states.
final class Conversations {
  private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6);

  private Conversations() {}

  static List<Shot> shots() {
    var ana = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
    var yusuf = People.contact("يوسف العلي");
    return List.of(
        new Shot("list-empty", Screens.empty()),
        new Shot("list-nothing-open", Screens.ready(ana, chat(ana))),
        open("conversation", ana, chat(ana)),
        open("conversation-empty", ana, Story.with(ana)),
        new Shot("conversation-loading", Screens.ready(ana, chat(ana)).withoutTimeline())
            .after(Conversations::openFirst),
        open("conversation-failed", ana, failed(ana)),
        open("conversation-restored", ana, restored(ana)),
        open("conversation-long", longName(), longTexts(longName())),
        open("conversation-unread", ana, unread(ana)),
        open("conversation-directions", yusuf, directions(yusuf)),
        open("narrow-conversation", ana, chat(ana)).sized(420, 760),
        new Shot("narrow-list", Screens.ready(ana, chat(ana))).sized(420, 760),
        open("composer-text", ana, chat(ana)).after(Conversations::write));
  }

  static Shot open(String name, ContactView contact, Story story) {
    return new Shot(name, Screens.ready(contact, story)).after(Conversations::openFirst);
  }

  static void openFirst(MainWindow window) {
    window.fireEvent(Press.key(KeyCode.DOWN, Press.Modifier.ALT));
  }

  private static void write(MainWindow window) {
    if (window.lookup(".text-area") instanceof TextArea area) {
      area.setText("Bread, olives 🫒 and ❤️\nAnd what about 👩‍👩‍👧‍👦?\nSee you there");
    }
  }

  static Story chat(ContactView with) {
    return Story.with(with)
        .says("Are we still on for Saturday?")
        .own(Stage.SEEN, "Of course! I booked the table for eight, by the window 🎉")
        .own(Stage.SEEN, "Bring the photos")
        .says("👍🏽")
        .later(Duration.ofMinutes(20))
        .says(
            "Perfect. I will take the ferry at half past seven, so I should be there a little"
                + " before eight. If it is late I will write. Do you want me to pick up anything on"
                + " the way?")
        .at("2026-03-12T09:12:00Z")
        .own(Stage.SEEN, "Good morning ☀️")
        .own(
            Stage.DELIVERED,
            "Some bread would be lovely ❤️ and the small olives, if they have them")
        .says("Of course 😊")
        .own(Stage.SENT, "Perfeito 👩‍👩‍👧‍👦🇵🇹")
        .own(Stage.WAITING, "See you then");
  }

  private static Story failed(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says("Can you send me the address?")
        .failed(
            "Rua da Bela Vista 14, second floor",
            "It waited 30 days at the relay and was not fetched. Send it again.")
        .notice(EntryView.Kind.GAP, "3")
        .notice(EntryView.Kind.IDENTITY_CHANGED, "")
        .says("I have a new laptop now")
        .waits("Still there?", "Their mailbox is full. Juntos tries again until there is room.");
  }

  private static Story restored(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says("My disk broke last night")
        .notice(EntryView.Kind.RESTORED, "2026-03-11T22:40:00Z")
        .own(Stage.DELIVERED, "Welcome back")
        .notice(EntryView.Kind.RESTORED, "");
  }

  private static ContactView longName() {
    return People.contact(
        "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger of Much Wenlock 🎩");
  }

  private static Story longTexts(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says(LONG_WORD)
        .own(Stage.SEEN, "one line\n\n\nand another\twith a tab\u0000and a NUL")
        .says("All work and no play makes a long message. ".repeat(1500));
  }

  private static Story unread(ContactView with) {
    var story = chat(with).unreadFromHere();
    for (var i = 1; i <= 30; i++) {
      story.says("Number " + i + " of what I wanted to say, while you were away");
    }
    return story;
  }

  private static Story directions(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says("שלום! זה בסדר גמור 😊")
        .own(
            Stage.SEEN,
            "مرحبا، أراك غدًا عند المقهى القديم بجانب الميناء كما اتفقنا الأسبوع الماضي")
        .says("Καλημέρα! Тоже хорошо.")
        .own(Stage.DELIVERED, "abc אבג def")
        .says("😂😂😂")
        .own(Stage.SENT, "☺ © 1 ️# plain, 1️⃣ #️⃣ ❤️‍🔥 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👋🏿 drawn");
  }
}
