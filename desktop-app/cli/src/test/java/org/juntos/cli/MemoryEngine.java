package org.juntos.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.Engine;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.intent.WrittenNumber;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.SessionView;
import org.juntos.wire.AccountId;

/// An engine on a profile in memory: no relay, no store, no threads.
final class MemoryEngine extends MemoryModels implements Engine {
  MemoryEngine(MemoryProfile profile) {
    super(profile);
  }

  @Override
  public Models models() {
    return this;
  }

  @Override
  public void start() {
    if (profile.connection.value().caughtUp()) {
      profile.tell(new Event.CaughtUp());
    }
  }

  @Override
  public void close() {}

  @Override
  public Outcome submit(Intent intent) {
    profile.submitted.add(intent);
    return switch (intent) {
      case Intent.StartRegistration(var relay, var target) -> codeSent(relay, target.text());
      case Intent.AskAdmission _ -> letIn();
      case Intent.SignIn(var _, var browser) -> {
        browser.accept(URI.create("https://login.example.org/authorize?x=1"));
        yield letIn();
      }
      case Intent.ConfirmCode(var code) -> confirm(code);
      case Intent.CreateProfile(var _, var protection) -> create(protection);
      case Intent.Unlock(var protection) -> unlock(protection);
      case Intent.AddContact(var link) -> add(link);
      case Intent.SendMessage(var conversation, var body, var files) ->
          new Outcome.Queued(conversation, profile.append(body, files).id());
      case Intent.Download(var message, var index) -> download(message, index);
      case Intent.SaveAttachment(var message, var index, var target) ->
          save(message, index, target);
      case Intent.MarkVerified(var account, var verified) -> verified(account, verified);
      case Intent.LookAtSharing() -> new Outcome.PresenceShared(profile.shared);
      case Intent.SharePresence(var shared) -> share(shared);
      case Intent.LookAtProfile() -> new Outcome.Profile(profile.own);
      case Intent.ChangeProfile change -> profile(change);
      case Intent.LookAtPush() -> new Outcome.Push(profile.push);
      case Intent.LookAtHeld() -> new Outcome.Held(profile.held);
      case Intent.GivePin(var pin) -> give(pin);
      case Intent.OfAccount own -> account(own);
      case PeopleIntent of -> people(of);
      case Intent.OfMessages of -> message(of);
      case ChoiceIntent of -> new MemoryChoices(profile).answer(of);
      case VanishingIntent of -> profile.staying.answer(of);
      case Intent.OfGroups of -> profile.groups.answer(of);
      case Intent.StartLinking _ -> linking();
      case Intent.LookAtDevices() -> new Outcome.Devices(profile.devices);
      case Intent.LinkDevice _ -> offered();
      default -> decided(intent);
    };
  }

  private Outcome decided(Intent intent) {
    return switch (intent) {
      case Intent.AcceptContact(var account) -> stand(account, Standing.ACCEPTED);
      case Intent.BlockContact(var account) -> stand(account, Standing.BLOCKED);
      case Intent.UnblockContact(var account) -> stand(account, Standing.ACCEPTED);
      case Intent.RemoveContact(var account) -> stand(account, Standing.REMOVED);
      default -> new Outcome.Done();
    };
  }

  private Outcome message(Intent.OfMessages intent) {
    return switch (intent) {
      case HandlingIntent of -> new MemoryHandling(profile).answer(of);
      case PreviewIntent.LookAtLink(var address) -> previewed(address);
      case PreviewIntent.SetLinkPreviews(var on) -> {
        profile.linkPreviews = on;
        yield new Outcome.LinkPreviews(on);
      }
      case PreviewIntent.LookAtLinkPreviews() -> new Outcome.LinkPreviews(profile.linkPreviews);
      case CardIntent of -> MemoryCards.answer(profile, of);
      case VoiceIntent of -> new MemoryHandling(profile).answer(of);
      case StickerIntent of -> new MemoryHandling(profile).answer(of);
      case MessageIntent.React(var message, var emoji) -> {
        var own = new MarksView.Reacting(MemoryProfile.SELF, "Ana", true, MemoryProfile.NOON);
        var reaction = new MarksView.ReactionView(emoji, true, List.of(own));
        yield mark(message, new MarksView(List.of(reaction), false, null, null));
      }
      case MessageIntent.Reply(_, var body, var files) ->
          new Outcome.Queued(
              profile.contacts.value().getFirst().conversation(), profile.append(body, files).id());
      case MessageIntent.Edit(var message, _, _) ->
          mark(message, new MarksView(List.of(), true, null, null));
      case MessageIntent.Delete _ ->
          refused("message-too-old", "A message can be deleted for everyone for 24 hours.");
    };
  }

  private Outcome previewed(String address) {
    return profile.linkPreviews
        ? new Outcome.Previewed(new LinkPreview(address, "A page", "", LinkPreview.Picture.NONE))
        : refused("link-previews-off", "Previews of links are off.");
  }

  private Outcome mark(MessageId message, MarksView marks) {
    var entry = profile.find(message);
    profile.replace(entry, entry.with(marks));
    return new Outcome.Done();
  }

  private Outcome people(PeopleIntent intent) {
    return switch (intent) {
      case PeopleIntent.LookAtSafetyNumber _ -> new Outcome.SafetyNumber(profile.number);
      case PeopleIntent.AddScanned _ -> add("juntos://contact/ben");
      case PeopleIntent.CompareSafetyNumber(var account, var _) -> verified(account, true);
      case PeopleIntent.ScanSafetyNumber(var account, var _) -> verified(account, true);
      case PeopleIntent.ImportCards _ -> new Outcome.Imported(profile.imported);
      case PeopleIntent.LookAtAddressBook() -> new Outcome.AddressBook(profile.addresses);
      case PeopleIntent.RemoveAddresses _ -> new Outcome.Done();
      case PeopleIntent.MatchAddressBook _ -> new Outcome.Matched(profile.matched);
      case PeopleIntent.AddAddress _ -> add("juntos://contact/ben");
      case PeopleIntent.LookAtBeingFound() -> new Outcome.Discoverable(profile.discoverable, true);
      case PeopleIntent.BeFound _ -> found(true);
      case PeopleIntent.BeHidden() -> found(false);
      case PeopleIntent.RefuseContact(var account) -> stand(account, Standing.REFUSED);
      case PeopleIntent.ReportContact(var account, var _) -> stand(account, Standing.BLOCKED);
      case PeopleIntent.SaveCode(var _, var target) -> new Outcome.Saved(target);
    };
  }

  private Outcome found(boolean on) {
    profile.discoverable = on;
    return new Outcome.Discoverable(on, true);
  }

  private Outcome verified(AccountId account, boolean verified) {
    profile.verify(account, verified);
    return new Outcome.Done();
  }

  private Outcome share(boolean shared) {
    profile.shared = shared;
    return new Outcome.PresenceShared(shared);
  }

  private Outcome profile(Intent.ChangeProfile change) {
    var before = profile.own;
    var name = change.name();
    var about = change.about();
    profile.own =
        new OwnProfileView(
            name == null ? before.name() : name,
            about == null ? before.about() : about,
            change.picture() instanceof Intent.ChosenPicture.Cut ? before.version() + 1 : 0,
            before.version() + 1,
            false);
    return new Outcome.Profile(profile.own);
  }

  private Outcome account(Intent.OfAccount intent) {
    return switch (intent) {
      case Intent.LookAtAccount() -> new Outcome.Account(profile.account);
      case Intent.ChooseUserName(var wanted) -> new Outcome.Named(wanted + ".42");
      case Intent.OpenAddress(var pin) ->
          isRight(pin) ? new Outcome.Done() : refused("pin-wrong", "The PIN is not right.");
      case Intent.ConfirmAddress _ ->
          profile.pin.isEmpty()
              ? new Outcome.Done()
              : refused("registration-locked", "The number is locked.");
      default -> new Outcome.Done();
    };
  }

  private Outcome linking() {
    profile.session.set(profile.linking);
    return new Outcome.Done();
  }

  private Outcome offered() {
    profile.devices.add(new DeviceView(2, "Laptop", false, MemoryProfile.NOON));
    profile.tell(new Event.DevicesChanged());
    return new Outcome.Offered(2);
  }

  private Outcome stand(AccountId account, Standing standing) {
    profile.changeContact(account, standing);
    return new Outcome.Done();
  }

  private Outcome codeSent(String relay, String phone) {
    var noon = MemoryProfile.NOON;
    profile.session.set(
        new SessionView.CodeSent(relay, phone, noon.plusSeconds(60), noon.plusSeconds(600), 5));
    return new Outcome.Done();
  }

  private Outcome confirm(String code) {
    if (!code.equals("123456")) {
      return refused("code-wrong", "The code is not right.");
    }
    return letIn();
  }

  private Outcome give(SecretBytes pin) {
    if (!isRight(pin)) {
      profile.session.set(needed(9));
      return refused("pin-wrong", "The PIN is not right.");
    }
    profile.session.set(new SessionView.CodeConfirmed("http://127.0.0.1:1", false));
    return new Outcome.Done();
  }

  private boolean isRight(SecretBytes pin) {
    return profile.pin.equals(pin.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  private static SessionView needed(int triesLeft) {
    var until = MemoryProfile.NOON.plusSeconds(7 * 86_400);
    return new SessionView.PinNeeded("http://127.0.0.1:1", triesLeft, until);
  }

  private Outcome letIn() {
    var confirmed = new SessionView.CodeConfirmed("http://127.0.0.1:1", false);
    profile.session.set(profile.pin.isEmpty() ? confirmed : needed(10));
    return new Outcome.Done();
  }

  private Outcome create(Protection protection) {
    keep(protection);
    profile.register();
    return new Outcome.Done();
  }

  private Outcome unlock(Protection protection) {
    keep(protection);
    if (!profile.passphrases.getLast().equals(MemoryProfile.PASSPHRASE)) {
      return refused("passphrase-wrong", "The passphrase is not right.");
    }
    profile.register();
    return new Outcome.Done();
  }

  private void keep(Protection protection) {
    if (protection instanceof Protection.Passphrase(var secret)) {
      try (secret) {
        profile.passphrases.add(secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
      }
    }
  }

  private Outcome add(String link) {
    if (!link.equals("juntos://contact/ben") && !WrittenNumber.looksLike(link)) {
      return refused("link-invalid", "This is not a contact link.");
    }
    var contact = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");
    return new Outcome.Added(contact.account(), contact.conversation());
  }

  private Outcome download(MessageId message, int index) {
    var entry = profile.find(message);
    var here = entry.attachments().stream().map(a -> a.index() == index ? here(a) : a).toList();
    profile.replace(
        entry,
        new EntryView(
            entry.row(),
            entry.id(),
            entry.author(),
            entry.authorName(),
            false,
            entry.kind(),
            entry.body(),
            entry.sentAt(),
            entry.progress(),
            here));
    return new Outcome.Done();
  }

  private static AttachmentView here(AttachmentView offered) {
    return MemoryProfile.attachment(
        offered.message(), offered.index(), offered.fileName(), AttachmentView.State.HERE);
  }

  private Outcome save(MessageId message, int index, Path folder) {
    var name = profile.find(message).attachments().get(index).fileName();
    try {
      return new Outcome.Saved(Files.writeString(folder.resolve(name), "abc"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome refused(String code, String sentence) {
    return new Outcome.Refused(Problem.local(code, sentence, "Try again."));
  }
}
