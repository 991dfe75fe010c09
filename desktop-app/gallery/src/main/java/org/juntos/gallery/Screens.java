package org.juntos.gallery;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.TimelineView;

/// All screens.
final class Screens {
  private static final ConnectionView ONLINE =
      new ConnectionView(new ConnectionView.State.Online(), 0, true);
  private static final String LINK =
      "juntos://contact/relay.example.org/8f3a1c52-0d7b-4a8e-9b11-2f6f0a9d7c31#k=Zm9yIHRoZSBnYWxsZXJ5IG9ubHk";
  private static final SessionView READY =
      new SessionView.Ready(People.SELF, 1, "Mara Lind", "https://relay.example.org", LINK);

  private Screens() {}

  static List<Shot> all() {
    var shots = new ArrayList<Shot>();
    shots.addAll(Onboarding.shots());
    shots.addAll(Conversations.shots());
    shots.addAll(Marked.shots());
    shots.addAll(ListShots.shots());
    shots.addAll(NoticeShots.shots());
    shots.addAll(HandlingShots.shots());
    shots.addAll(VoiceShots.shots());
    shots.addAll(StickerShots.shots());
    shots.addAll(SaidShots.shots());
    shots.addAll(CardShots.shots());
    shots.addAll(FindingShots.shots());
    shots.addAll(Circles.shots());
    shots.addAll(Media.shots());
    shots.addAll(Albums.shots());
    shots.addAll(Circumstances.shots());
    shots.addAll(Accounts.shots());
    shots.addAll(OwnDevices.shots());
    shots.addAll(ContactShots.shots());
    shots.addAll(Profiles.shots());
    shots.addAll(StatusScreens.shots());
    shots.addAll(Vanishing.shots());
    shots.addAll(NaughtyShots.shots());
    return shots;
  }

  static FixedModels session(SessionView session) {
    return new FixedModels(
        new FixedLive<>(session),
        new FixedLive<>(ONLINE),
        new FixedLive<>(List.of()),
        new FixedLive<>(new TimelineView(List.of(), false, false, Long.MAX_VALUE)),
        new FixedLive<>(Map.of()),
        true);
  }

  /// A ready profile whose first conversation is `story`.
  static FixedModels ready(ContactView contact, Story story) {
    return ready(contact, story, ONLINE);
  }

  static FixedModels ready(ContactView contact, Story story, ConnectionView connection) {
    var list = new ArrayList<ConversationView>();
    list.add(new ConversationView(contact.conversation(), contact, 0, Story.NOW, story.last()));
    neighbours().stream()
        .filter(view -> !view.id().equals(contact.conversation()))
        .forEach(list::add);
    return new FixedModels(
        new FixedLive<>(READY),
        new FixedLive<>(connection),
        new FixedLive<>(list),
        new FixedLive<>(story.view()),
        new FixedLive<>(Map.of()),
        true);
  }

  static FixedModels empty() {
    return session(READY);
  }

  private static List<ConversationView> neighbours() {
    var ines = People.contact("Inês Carvalho", Standing.ACCEPTED, true, false);
    var giorgos = People.contact("Γιώργος Παππάς");
    var group = People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger");
    var svetlana = People.contact("Светлана Орлова");
    var tom = People.contact("Tom Becker", Standing.ASKING, false, false);
    var old = People.contact("Åsa Öberg");
    return List.of(
        row(ines, 3, "PT12M", Story.with(ines).says("Did you see the ferry? 🚢 It was huge")),
        row(tom, 0, "PT1H", null),
        row(giorgos, 12, "PT3H", Story.with(giorgos).says("Τα λέμε αύριο στις οκτώ")),
        row(
            group,
            0,
            "P1D",
            Story.with(group)
                .own(
                    Stage.DELIVERED,
                    "I shall bring the minutes of the last meeting, and the ones before that too")),
        row(svetlana, 0, "P2D", Story.with(svetlana).own(Stage.SEEN, "😂😂")),
        row(old, 0, "P40D", Story.with(old).failed("Happy birthday!", "No answer.")));
  }

  private static ConversationView row(
      ContactView contact, int unread, String ago, @Nullable Story story) {
    var last = story == null ? null : story.last();
    return new ConversationView(contact.conversation(), contact, unread, ago(ago), last);
  }

  private static Instant ago(String duration) {
    return duration.contains("T")
        ? Story.NOW.minus(Duration.parse(duration))
        : Story.NOW.minus(Period.parse(duration));
  }
}
