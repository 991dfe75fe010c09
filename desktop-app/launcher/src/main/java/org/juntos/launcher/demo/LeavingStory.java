package org.juntos.launcher.demo;

import java.util.List;
import java.util.Objects;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.wire.AccountId;

/// Somebody deletes their account, which who writes to them learns. It is no part of what is
/// counted as talk, and comes last: nobody comes back from there.
final class LeavingStory extends Story {

  LeavingStory(Scene scene) {
    super(scene);
  }

  /// Ben does.
  void leave() throws InterruptedException {
    voice.says("Ben deletes his account; Ana writes to him once more, and keeps what was said");
    var ana = cast.ana();
    var ben = cast.ben();
    var account = ben.account();
    var room = ana.conversationWith(ben);
    var said = ana.messages(room).size();
    ben.does(new Intent.DeleteAccount());
    ana.sends(room, "Ben, are you there?", List.of());
    pause.until("Ana learns that Ben is gone", () -> isDeleted(account));
    if (ana.messages(room).size() != said + 1) {
      throw new DemoFailure("something of what was said is gone, too");
    }
    feats.add("deletedAccounts", 1);
    voice.opens(ana, room);
    voice.shows("deleted-account");
  }

  private boolean isDeleted(AccountId account) {
    return cast.ana().engine().models().contacts().value().stream()
        .filter(contact -> contact.account().equals(account))
        .map(contact -> contact.devices())
        .filter(Objects::nonNull)
        .anyMatch(trouble -> trouble.kind() == DeviceTrouble.Kind.DELETED);
  }
}
