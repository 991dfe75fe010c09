package org.juntos.engine;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.engine.account.AccountDesk;
import org.juntos.engine.address.AddressDesk;
import org.juntos.engine.attachment.Cancellation;
import org.juntos.engine.attachment.ChosenFiles;
import org.juntos.engine.attachment.PictureCutting;
import org.juntos.engine.attachment.Preparations;
import org.juntos.engine.attachment.Readying;
import org.juntos.engine.attachment.Retaking;
import org.juntos.engine.attachment.Saving;
import org.juntos.engine.attachment.TakenVoice;
import org.juntos.engine.attachment.Transfers;
import org.juntos.engine.choice.ChoiceDesk;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.RelayClock;
import org.juntos.engine.contact.AfterRestore;
import org.juntos.engine.contact.ContactBook;
import org.juntos.engine.contact.ContactChanges;
import org.juntos.engine.contact.DeviceChecks;
import org.juntos.engine.contact.DeviceVerdicts;
import org.juntos.engine.contact.KeyRotation;
import org.juntos.engine.contact.KnownKeys;
import org.juntos.engine.contact.PictureCodes;
import org.juntos.engine.contact.Reporting;
import org.juntos.engine.contact.SafetyCheck;
import org.juntos.engine.conversation.Amending;
import org.juntos.engine.conversation.CardDesk;
import org.juntos.engine.conversation.Forwarding;
import org.juntos.engine.conversation.HandlingDesk;
import org.juntos.engine.conversation.Keeping;
import org.juntos.engine.conversation.Revising;
import org.juntos.engine.conversation.Scheduling;
import org.juntos.engine.conversation.Speaking;
import org.juntos.engine.conversation.StickerWriting;
import org.juntos.engine.conversation.Writing;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.KeyUpkeep;
import org.juntos.engine.device.Self;
import org.juntos.engine.finding.SearchIndexing;
import org.juntos.engine.group.GroupBook;
import org.juntos.engine.group.GroupDesk;
import org.juntos.engine.group.GroupUpkeep;
import org.juntos.engine.held.HeldCheck;
import org.juntos.engine.held.PushSetting;
import org.juntos.engine.inbox.Opener;
import org.juntos.engine.inbox.Receiver;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.linking.Devices;
import org.juntos.engine.linking.Introduction;
import org.juntos.engine.linking.Inviting;
import org.juntos.engine.live.LiveModels;
import org.juntos.engine.model.Event;
import org.juntos.engine.online.AnonymousLine;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Ephemerals;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Sender;
import org.juntos.engine.outbox.SenderParts;
import org.juntos.engine.outbox.Telling;
import org.juntos.engine.person.ProfileDesk;
import org.juntos.engine.person.ProfileUpkeep;
import org.juntos.engine.presence.Presences;
import org.juntos.engine.presence.TypingOut;
import org.juntos.engine.preview.Previewing;
import org.juntos.engine.profile.AddressChange;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.engine.route.Addresses;
import org.juntos.engine.route.RoamingApi;
import org.juntos.engine.route.Rounds;
import org.juntos.engine.route.RouteSettings;
import org.juntos.engine.status.Fading;
import org.juntos.engine.status.Fetching;
import org.juntos.engine.status.Posting;
import org.juntos.engine.status.Publishing;
import org.juntos.engine.status.StatusDesk;
import org.juntos.engine.status.StatusInbox;
import org.juntos.engine.status.StatusSettings;
import org.juntos.engine.status.Statuses;
import org.juntos.engine.sticker.StickerParts;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.ClockWatch;
import org.juntos.engine.time.RelayTime;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.engine.vanishing.Withdrawing;
import org.juntos.store.Profile;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;

/// Everything that an open profile does, put together.
record Services(
    Self self,
    Credentials credentials,
    Addresses addresses,
    Rounds rounds,
    Line line,
    AnonymousLine anonymous,
    Jobs jobs,
    Sender sender,
    Receiver receiver,
    KeyUpkeep keys,
    Preparations preparations,
    Transfers transfers,
    Writing writing,
    Revising revising,
    Amending amending,
    ContactBook contacts,
    ContactChanges decisions,
    DeviceChecks checks,
    KnownKeys knownKeys,
    AfterRestore afterRestore,
    Introduction introduction,
    Devices devices,
    Inviting inviting,
    Saving saving,
    HeldCheck held,
    PushSetting push,
    AddressChange change,
    AccountDesk account,
    PeopleIntents people,
    GroupDesk groups,
    GroupUpkeep groupUpkeep,
    ProfileDesk profile,
    ProfileUpkeep profiles,
    Presences presences,
    TypingOut typing,
    Statuses statuses,
    SearchIndexing indexing,
    ChoiceDesk choices,
    VanishingParts vanishing,
    HandlingDesk handling,
    Speaking speaking,
    StickerParts stickers,
    Previewing previewing,
    CardDesk cards,
    RelayTime time) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);
  private static final String WORK_FOLDER = "work";

  static Services of(Profile profile, EngineParts parts, LiveModels models) throws IOException {
    var store = profile.store();
    InstantSource clock = parts.environment().clock();
    InstantSource counter = parts.counter();
    SecureRandom random = parts.environment().random();
    var cryptos = new CryptoSource(clock, random);
    var self = store.read(txn -> ProfileSettings.self(txn, cryptos));
    var credentials = store.read(txn -> ProfileSettings.credentials(txn, cryptos));
    var addresses = addresses(store, self, models);
    var relay = new RoamingApi(parts.links(), addresses, credentials);
    var backoff = new Backoff(FIRST_RETRY, LONGEST_RETRY, random);
    var line = new Line();
    var anonymous = new AnonymousLine(line);
    var jobs = new Jobs(self, clock, random);
    var identities = new IdentityChanges(self, cryptos, clock);
    var doubts = new DeviceDoubts(clock);
    var groupBook = new GroupBook(self, cryptos, jobs);
    var time = new RelayTime(clock, store.read(StatusSettings::ahead));
    var files = profile.attachments();
    var received = new StatusInbox(self, jobs, time, files::newName);
    var opener = new Opener(self, cryptos, identities, doubts, groupBook, jobs, received);
    var news = new DeviceVerdicts(doubts, opener);
    var cutting = new PictureCutting(parts.media());
    var groups = GroupParts.of(self, store, relay, cryptos, groupBook, opener, jobs, cutting);
    var posts = groups.posts();
    var sending =
        new SenderParts(
            store, self, relay, cryptos, identities, news, jobs, posts, backoff, counter);
    groups.acquaint(sending.establisher());
    var rotation = new KeyRotation(self, jobs, random);
    var decisions = new ContactChanges(store, jobs, identities, opener, rotation);
    var devices = new Devices(self, store, relay, cryptos, new Telling(self, jobs));
    var cipher = new AttachmentCipher(random);
    var cancellation = new Cancellation();
    Consumer<Problem> trouble = problem -> models.tell(new Event.Trouble(problem));
    var place = place(parts, files, cipher);
    var held = new HeldCheck(self, store, relay, cryptos);
    var book = new ContactBook(self, store, relay, cryptos, jobs, news);
    var pictures = new PictureCodes(parts.codes());
    var safety = new SafetyCheck(self, store, cryptos, decisions, pictures);
    var ephemerals = new Ephemerals(self, store, relay, cryptos, anonymous, counter);
    var lines = new Presences.Lines(line, anonymous);
    var presences =
        new Presences(store, relay, lines, jobs, backoff, ephemerals, models.presence()::set);
    var change = new AddressChange(self, store, parts.links(), relay, clock, random);
    var chosen = new ChosenFiles(parts.media(), files, cipher);
    var timers = new Agreement(self, cryptos, jobs);
    var writing = new Writing(self, store, jobs, cryptos, chosen, timers);
    var amending = new Amending(self, store, jobs, cryptos, writing, cancellation);
    var statuses =
        new Statuses(
            new Publishing(self, store, relay, files, jobs, time, backoff, trouble),
            new Fetching(self, store, relay, files, clock, backoff),
            new Fading(store, new RelayClock(relay), files, time),
            new Posting(self, store, jobs, new Readying(place), time, random),
            new StatusDesk(self, store, jobs, time, files, cipher),
            writing);
    var vanishing =
        VanishingParts.of(
            parts,
            store,
            relay,
            new Withdrawing(self),
            cancellation,
            new VanishingParts.Desks(jobs, writing, timers, groups.desk()));
    return new Services(
        self,
        credentials,
        addresses,
        new Rounds(store, self, parts.links(), addresses, clock),
        line,
        anonymous,
        jobs,
        new Sender(store, line, anonymous, sending, trouble, clock, new ClockWatch(clock, counter)),
        new Receiver(store, line, opener, clock, models::caughtUp),
        new KeyUpkeep(store, relay, cryptos, backoff),
        Preparations.of(store, self, place, cancellation, clock, trouble),
        new Transfers(store, files, relay.blobs(), cancellation, counter, backoff, trouble),
        writing,
        new Revising(self, store, jobs, cancellation, amending),
        amending,
        book,
        decisions,
        new DeviceChecks(store, line, sending.establisher(), backoff),
        new KnownKeys(decisions, sending.establisher()),
        new AfterRestore(self, store, cryptos, jobs),
        new Introduction(store, jobs),
        devices,
        new Inviting(self, store, relay, cryptos, devices),
        new Saving(store, files, cipher),
        held,
        new PushSetting(self, store, relay, held),
        change,
        new AccountDesk(self, store, relay, change, random),
        new PeopleIntents(
            book,
            decisions,
            safety,
            pictures,
            new Reporting(decisions, relay),
            new AddressDesk(store, jobs),
            DiscoveryParts.of(store, relay, jobs, book, line, clock, random)),
        groups.desk(),
        new GroupUpkeep(store, line, groups.sync(), backoff),
        new ProfileDesk(self, store, cutting, jobs),
        new ProfileUpkeep(self, store, relay, line, jobs, clock, backoff),
        presences,
        new TypingOut(store, jobs, presences, ephemerals),
        statuses,
        new SearchIndexing(store),
        new ChoiceDesk(store, jobs, random),
        vanishing,
        new HandlingDesk(
            new Forwarding(store, writing, new Retaking(store, files, cipher, chosen)),
            new Keeping(self, store, jobs, amending),
            new Scheduling(store, cryptos, writing, chosen, trouble)),
        new Speaking(self, store, jobs, writing, new TakenVoice(files, cipher), chosen),
        StickerParts.of(
            new StickerParts.Places(store, relay, files, cipher),
            jobs,
            new StickerWriting(store, writing),
            parts.media(),
            clock,
            backoff,
            trouble),
        new Previewing(store, parts.pages(), parts.media()),
        new CardDesk(self, store, writing, amending),
        time);
  }

  private static Addresses addresses(Store store, Self self, LiveModels models) {
    return store.read(txn ->
        new Addresses(
            self.relay(),
            RouteSettings.list(txn, self),
            RouteSettings.last(txn),
            models::setRelays));
  }

  private static Preparations.Place place(
      EngineParts parts, AttachmentFiles files, AttachmentCipher cipher) {
    var work = parts.profile().resolve(WORK_FOLDER);
    return new Preparations.Place(parts.media(), files, cipher, work);
  }
}
