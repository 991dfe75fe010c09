package org.juntos.gallery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.SafetyDigits;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Groups, in conversations and on their page.
final class Circles {
  private static final String LINK =
      "juntos://group/relay.example.org/Zm9yIHRoZSBnYWxsZXJ5IG9ubHk-YW5kIG5vd2hlcmUgZWxzZQ";
  private static final GroupView.Trouble FORKED =
      new GroupView.Trouble(
          "group-forked",
          "Members of this group are shown two different histories of it.",
          "Nothing is sent to it until that is resolved: compare with a member over another way,"
              + " then check again.",
          "two changes of revision 12");

  /// The gallery's decoder paints what is shown.
  private static final Bytes PICTURE = Bytes.of(new byte[] {7});

  private Circles() {}

  static List<Shot> shots() {
    return List.of(
        open("group", choir(null)).after(Conversations::openFirst),
        open("group-info", choir(null))
            .after(Conversations::openFirst)
            .after(MainWindow::toggleContact)
            .sized(1100, 1200),
        open("group-mention", choir(null)).after(Conversations::openFirst).after(Circles::mention),
        open("group-deleted-member", withoutAna())
            .after(Conversations::openFirst)
            .after(MainWindow::toggleContact)
            .sized(1100, 900),
        open("group-trouble", choir(FORKED))
            .after(Conversations::openFirst)
            .after(MainWindow::toggleContact),
        open("group-gone", gone()).after(Conversations::openFirst),
        looks("group-looks"),
        looks("narrow-group-looks").sized(420, 760),
        looks("group-picture").after(window -> Press.button(window, "Another picture \u2026")),
        open("narrow-group-info", choir(null))
            .after(Conversations::openFirst)
            .after(MainWindow::toggleContact)
            .sized(420, 760),
        new Shot("new-group", Screens.ready(ana(), Conversations.chat(ana())))
            .after(MainWindow::newGroup));
  }

  private static void mention(MainWindow window) {
    if (window.lookup(".composer .text-area") instanceof TextArea area) {
      area.setText("Have you got the key, @");
      area.end();
    }
  }

  private static Shot looks(String name) {
    return open(name, choir(null))
        .after(Conversations::openFirst)
        .after(MainWindow::toggleContact)
        .after(window -> Press.button(window, "Edit"))
        .sized(1100, 1000);
  }

  private static Shot open(String name, GroupView group) {
    var choir = standIn(group.name());
    var story = talk(choir);
    var models = Screens.ready(choir, story);
    var list = new ArrayList<>(models.conversations().value());
    list.set(
        0, new ConversationView(choir.conversation(), choir, 0, Story.NOW, story.last(), group));
    return new Shot(
        name,
        new FixedModels(
            models.session(),
            models.connection(),
            new FixedLive<>(list),
            models.timeline(),
            models.presence(),
            true));
  }

  /// As the engine shows a group where a person is shown.
  static ContactView standIn(String name) {
    var conversation = People.contact(name).conversation();
    return new ContactView(
        new AccountId(conversation.value()),
        conversation,
        name,
        Standing.ACCEPTED,
        false,
        false,
        SafetyDigits.UNKNOWN,
        "relay.example.org");
  }

  private static ContactView ana() {
    return People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  }

  private static Story talk(ContactView choir) {
    return Story.with(choir)
        .changed("You made the group \u201cChoir\u201d.")
        .changed(
            "Ana Ferreira added \u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2 \u03a0\u03b1\u03c0\u03c0\u03ac\u03c2.")
        .saysAs("Ana Ferreira", "Are we singing on Saturday?")
        .saysAs("Ana Ferreira", "I could bring the scores \ud83c\udfb6")
        .saysAs(
            "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger",
            "Half past seven, as always.")
        .own(Stage.SEEN, "Perfect. Who has the key?")
        .later(Duration.ofMinutes(4))
        .saysAs(
            "\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2 \u03a0\u03b1\u03c0\u03c0\u03ac\u03c2",
            "\u0395\u03b3\u03ce! I have it, and I will be there a quarter of an hour before, so that it is warm when you come.")
        .own(Stage.DELIVERED, "You are the best");
  }

  static GroupView choir(GroupView.@Nullable Trouble trouble) {
    return new GroupView(
        "Choir",
        "Tuesdays at eight, and the Saturday before a concert.",
        PICTURE,
        GroupView.Standing.MEMBER,
        List.of(
            new GroupView.Member(People.SELF, "Mara Lind", true, true, 0),
            member("Ana Ferreira", false, 214),
            member("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger", true, 9),
            member(
                "\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2 \u03a0\u03b1\u03c0\u03c0\u03ac\u03c2",
                false,
                31)),
        List.of(member("Tom Becker", false, 0)),
        new GroupView.Rules(true, false, false),
        new GroupView.Rights(true, true, true, true),
        LINK,
        true,
        trouble);
  }

  /// The relay says that her account is deleted.
  private static GroupView withoutAna() {
    var was = choir(null);
    var members = new ArrayList<>(was.members());
    var ana = members.get(1);
    members.set(1, new GroupView.Member(ana.account(), ana.name(), false, false, 214, true));
    return new GroupView(
        was.name(),
        was.description(),
        was.picture(),
        was.standing(),
        members,
        List.of(),
        was.rules(),
        was.own(),
        was.link(),
        true,
        null);
  }

  private static GroupView gone() {
    var was = choir(null);
    return new GroupView(
        was.name(),
        was.description(),
        was.picture(),
        GroupView.Standing.GONE,
        was.members(),
        List.of(),
        was.rules(),
        new GroupView.Rights(false, false, false, false),
        "",
        false,
        null);
  }

  private static GroupView.Member member(String name, boolean admin, long inStep) {
    return new GroupView.Member(People.account(name), name, admin, false, inStep);
  }
}
