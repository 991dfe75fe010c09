package org.juntos.engine;

import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intents;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.online.Connector;
import org.juntos.engine.problem.Problems;

/// Hands each intent to whoever answers it.
record ProfileIntents(Services services, Connector connector, Runnable renamed) implements Intents {
  @Override
  public Outcome submit(Intent intent) throws InterruptedException {
    return switch (intent) {
      case Intent.Rename(var name) -> renamed(name);
      case Intent.OfProfile own -> profile(own);
      case Intent.OfPresence presence -> presence(presence);
      case Intent.OfAccount own -> account(own);
      case Intent.OfDevices own -> devices(own);
      case PeopleIntent of -> services.people().submit(of);
      case VanishingIntent of -> services.vanishing().desk().submit(of);
      case Intent.OfMessages of -> messages(of);
      case ChoiceIntent choice -> services.choices().submit(choice);
      case Intent.OfGroups group -> services.groups().submit(group);
      case Intent.OfStatuses status -> services.statuses().submit(status);
      case Intent.AddContact(var link) -> services.people().add(link);
      case Intent.AcceptContact(var account) -> services.decisions().accept(account);
      case Intent.BlockContact(var account) -> services.decisions().block(account);
      case Intent.UnblockContact(var account) -> services.decisions().unblock(account);
      case Intent.RemoveContact(var account) -> services.decisions().remove(account);
      case Intent.MarkVerified(var account, var so) -> services.decisions().verify(account, so);
      case Intent.AcceptIdentity(var account) -> services.decisions().acceptIdentity(account);
      case Intent.KeepIdentity(var account) -> services.knownKeys().keep(account);
      case Intent.CheckDevices(var account) -> services.checks().check(account);
      case Intent.SetDevicesAside(var account) -> services.checks().setAside(account);
      case Intent.SendMessage message -> services.writing().send(message);
      case Intent.RetryMessage _, Intent.RetryWithout _ -> again(intent);
      case Intent.CancelMessage(var message) -> services.revising().cancel(message);
      case Intent.MarkSeen seen -> services.revising().markSeen(seen);
      case Intent.Download(var message, var index) -> services.transfers().download(message, index);
      case Intent.CancelTransfer(var id, var index) -> services.transfers().cancel(id, index);
      case Intent.SaveAttachment save -> services.saving().save(save);
      case Intent.OpenSetAside() -> opened();
      case Intent.MeasureRelays() -> done(services.rounds()::look);
      case Intent.LookAtHeld() -> services.held().look();
      case Intent.SetPush _, Intent.ClearPush _, Intent.LookAtPush _ -> push(intent);
      case Intent.Reconnect() -> done(connector::hurry);
      case Intent.GoOffline() -> done(connector::rest);
      case Intent.Registering _ -> Problems.refused("already-registered");
      case Intent.Unlock _, Intent.RestoreSnapshot _ -> Problems.refused("not-locked");
    };
  }

  private Outcome push(Intent intent) throws InterruptedException {
    return switch (intent) {
      case Intent.SetPush(var address) -> services.push().set(address);
      case Intent.ClearPush() -> services.push().clear();
      default -> services.push().look();
    };
  }

  private Outcome again(Intent intent) {
    return switch (intent) {
      case Intent.RetryMessage(var message) -> services.revising().retry(message);
      case Intent.RetryWithout(var id, var index) -> services.revising().retryWithout(id, index);
      default -> throw new IllegalStateException("nothing to try again");
    };
  }

  private Outcome messages(Intent.OfMessages intent) throws InterruptedException {
    return switch (intent) {
      case MessageIntent of -> services.amending().submit(of);
      case HandlingIntent of -> services.handling().submit(of);
      case VoiceIntent of -> services.speaking().submit(of);
      case StickerIntent of -> services.stickers().desk().submit(of);
      case PreviewIntent of -> services.previewing().submit(of);
      case CardIntent of -> services.cards().submit(of);
    };
  }

  private Outcome opened() throws InterruptedException {
    return services.receiver().openSetAside() == 0
        ? new Outcome.Done()
        : Problems.refused("messages-unopened");
  }

  private Outcome renamed(String name) throws InterruptedException {
    var outcome = profile(new Intent.ChangeProfile(name, null, new Intent.ChosenPicture.Same()));
    return outcome instanceof Outcome.Refused ? outcome : new Outcome.Done();
  }

  private Outcome profile(Intent.OfProfile intent) throws InterruptedException {
    return switch (intent) {
      case Intent.LookAtProfile() -> services.profile().look();
      case Intent.ChangeProfile change -> shown(services.profile().change(change));
    };
  }

  private Outcome presence(Intent.OfPresence intent) {
    return switch (intent) {
      case Intent.WatchPresence(var accounts) -> services.presences().look(accounts);
      case Intent.SharePresence(var shared) -> services.presences().share(shared);
      case Intent.LookAtSharing() -> services.presences().tell();
      case Intent.Typing(var conversation, var typing) ->
          services.typing().type(conversation, typing);
    };
  }

  private Outcome account(Intent.OfAccount intent) {
    return switch (intent) {
      case Intent.LookAtAccount() -> services.account().look();
      case Intent.SetPin(var pin) -> services.account().lock(pin);
      case Intent.ClearPin() -> services.account().unlock();
      case Intent.ChooseUserName(var wanted) -> shown(services.account().choose(wanted));
      case Intent.DropUserName() -> shown(services.account().drop());
      case Intent.ChangeAddress(var target) -> services.change().start(target);
      case Intent.ConfirmAddress(var code) -> moved(services.change().confirm(code));
      case Intent.OpenAddress(var pin) -> moved(services.change().open(pin));
      case Intent.DeleteAccount() -> services.account().delete();
    };
  }

  private Outcome devices(Intent.OfDevices intent) {
    return switch (intent) {
      case Intent.ReadLinkCode(var code) -> services.inviting().read(code);
      case Intent.LinkDevice(var code) -> services.inviting().link(code);
      case Intent.LookAtDevices() -> services.devices().look();
      case Intent.UnlinkDevice(var device) -> services.devices().unlink(device);
    };
  }

  /// The session tells the user name.
  private Outcome shown(Outcome outcome) {
    if (!(outcome instanceof Outcome.Refused)) {
      renamed.run();
    }
    return outcome;
  }

  /// Nobody finds the account by its new number yet.
  private Outcome moved(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      services.people().discovery().own().moved();
    }
    return outcome;
  }

  private static Outcome done(Runnable deed) {
    deed.run();
    return new Outcome.Done();
  }
}
