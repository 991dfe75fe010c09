package org.juntos.ui.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.notifier.Notifier.Answer;
import org.juntos.wire.AccountId;

/// Tells who asks to be a contact, and who has accepted. However many strangers ask, there is one
/// notice of it. On the JavaFX thread.
final class PeopleNotices {
  private static final String REQUESTS = "requests";
  private static final String ACCEPTANCES = "acceptances";

  private final EngineLink engine;
  private final Announcer announcer;
  private final NoticeSettings settings;
  private final BooleanSupplier allowed;
  private final NoticeDesk.Doors doors;
  private final Map<AccountId, Standing> standings = new HashMap<>();
  private final Group asking = new Group(REQUESTS);
  private final Group accepted = new Group(ACCEPTANCES);
  private boolean behind;

  /// People of whom one notice tells.
  private static final class Group {
    private final String key;
    private final Map<AccountId, ContactView> people = new LinkedHashMap<>();
    private boolean fresh;

    Group(String key) {
      this.key = key;
    }
  }

  /// @param allowed whether anything may be told now
  /// @param behind whether something waits at the relay that is not here yet
  PeopleNotices(
      EngineLink engine,
      Announcer announcer,
      NoticeSettings settings,
      BooleanSupplier allowed,
      NoticeDesk.Doors doors,
      boolean behind) {
    this.engine = engine;
    this.announcer = announcer;
    this.settings = settings;
    this.allowed = allowed;
    this.doors = doors;
    this.behind = behind;
    for (var contact : engine.models().contacts().value()) {
      standings.put(contact.account(), contact.standing());
    }
  }

  /// What waits is told together.
  void await(boolean rest) {
    behind = rest;
    if (!behind) {
      tell(asking);
      tell(accepted);
    }
  }

  void changed(ContactView contact) {
    var before = standings.put(contact.account(), contact.standing());
    boolean asks = contact.standing() == Standing.ASKING;
    settle(asking, contact, asks, before != Standing.ASKING);
    boolean accepts = contact.standing() == Standing.ACCEPTED;
    settle(accepted, contact, accepts, before == Standing.REQUESTED);
  }

  /// @param holds whether they belong to the group
  /// @param news whether they did not before
  private void settle(Group group, ContactView contact, boolean holds, boolean news) {
    if (!holds) {
      answered(group, contact.account());
    } else if (news && isTold(contact)) {
      group.people.put(contact.account(), contact);
      group.fresh = true;
      if (!behind) {
        tell(group);
      }
    }
  }

  private boolean isTold(ContactView contact) {
    return allowed.getAsBoolean() && !contact.conversation().equals(doors.looking().get());
  }

  private void tell(Group group) {
    if (group.fresh) {
      group.fresh = false;
      show(group, NoticeSound.USUAL);
    }
  }

  private void show(Group group, NoticeSound sound) {
    var notice = NoticeText.of(group.key, group == asking, people(group), settings.shown());
    announcer.show(notice.with(sound), answer -> engine.onFx(() -> answered(group, answer)));
  }

  private static Collection<ContactView> people(Group group) {
    return group.people.values();
  }

  private void answered(Group group, Answer answer) {
    if (answer instanceof Answer.Opened) {
      var people = people(group);
      var one = people.size() == 1 ? people.iterator().next().conversation() : null;
      clear(group);
      doors.open().accept(one);
    }
  }

  /// The person looks at a conversation: what was told of who it is with is known.
  void lookedAt(ConversationId conversation) {
    for (var group : new Group[] {asking, accepted}) {
      people(group).stream()
          .filter(contact -> contact.conversation().equals(conversation))
          .map(ContactView::account)
          .findFirst()
          .ifPresent(account -> answered(group, account));
    }
  }

  /// There is nothing to tell of somebody any more.
  private void answered(Group group, AccountId account) {
    if (group.people.remove(account) == null) {
      return;
    }
    if (group.people.isEmpty()) {
      clear(group);
    } else if (!group.fresh) {
      show(group, NoticeSound.SILENT);
    }
  }

  private void clear(Group group) {
    group.people.clear();
    group.fresh = false;
    announcer.withdraw(group.key);
  }
}
