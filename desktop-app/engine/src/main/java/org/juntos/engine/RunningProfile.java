package org.juntos.engine;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.contact.OwnLink;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.live.LiveModels;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.online.AnonymousConnector;
import org.juntos.engine.online.Connector;
import org.juntos.engine.online.Traffic;
import org.juntos.engine.online.Ways;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Loops;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Change;
import org.juntos.store.Profile;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.db.StoreException;
import org.juntos.store.settings.Retention;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// An open profile with a registered account: runs its loops and answers its intents.
final class RunningProfile implements AutoCloseable {
  private static final Duration FIRST_RECONNECT = Duration.ofMillis(500);
  private static final Duration LONGEST_RECONNECT = Duration.ofMinutes(1);

  private final Profile profile;
  private final EngineParts parts;
  private final LiveModels models;
  private final Services services;
  private final Connector connector;
  private final AnonymousConnector anonymous;
  private final List<Loops.Running> loops = new ArrayList<>();
  private final Store.Subscription commits;
  private final Wakeup nameChanged = new Wakeup();

  RunningProfile(Profile profile, EngineParts parts, LiveModels models) throws IOException {
    this.profile = profile;
    this.parts = parts;
    this.models = models;
    var environment = parts.environment();
    services = Services.of(profile, parts, models);
    var ways = new Ways(parts.links(), services.addresses(), services.credentials());
    var counter = parts.counter();
    var backoff = new Backoff(FIRST_RECONNECT, LONGEST_RECONNECT, environment.random());
    anonymous =
        new AnonymousConnector(
            ways,
            services.anonymous(),
            services.presences().beside(services.sender().anonymously()),
            counter,
            backoff);
    connector =
        new Connector(ways, services.line(), new Incoming(), this::connection, counter, backoff);
    commits = profile.store().onCommit(this::committed);
    services.vanishing().vanisher().begin();
    show();
  }

  /// Begins to reach for the relay.
  void start() {
    services.afterRestore().conclude();
    services.introduction().conclude();
    services.receiver().forgetOld();
    services.groupUpkeep().learnEditors();
    run("sender", services.sender(), services.sender().wakeup());
    run("receiver", services.receiver(), services.receiver().wakeup());
    run("devices", services.checks(), services.checks().wakeup());
    run("keys", services.keys(), services.keys().wakeup());
    run("groups", services.groupUpkeep(), services.groupUpkeep().wakeup());
    run("profiles", services.profiles(), services.profiles().wakeup());
    run("presence", services.presences(), services.presences().wakeup());
    var matching = services.people().discovery().matching();
    run("numbers", matching, matching.wakeup());
    for (var loop : services.preparations().loops()) {
      run("preparing", loop, loop.wakeup());
    }
    var transfers = services.transfers();
    run("uploads", transfers.uploads(), transfers.uploads().wakeup());
    run("downloads", transfers.downloads(), transfers.downloads().wakeup());
    var statuses = services.statuses();
    run("statuses", statuses.publishing(), statuses.publishing().wakeup());
    run("status-files", statuses.fetching(), statuses.fetching().wakeup());
    run("fading", statuses.fading(), statuses.fading().wakeup());
    var rounds = services.rounds();
    run("relays", rounds.loop(connector::awake, connector::move), rounds.wakeup());
    run("anonymous", anonymous, anonymous.wakeup());
    run("search", services.indexing(), services.indexing().wakeup());
    var vanishing = services.vanishing();
    run("vanishing", vanishing.vanisher(), vanishing.vanisher().wakeup());
    run("retention", vanishing.retaining(), vanishing.retaining().wakeup());
    var scheduling = services.handling().scheduling();
    run("scheduled", scheduling, scheduling.wakeup());
    var packs = services.stickers().fetching();
    run("sticker-packs", packs, packs.wakeup());
    run("connector", connector, connector.wakeup());
  }

  private void connection(ConnectionView.State state) {
    models.setConnection(byClock(state));
    boolean online = state instanceof ConnectionView.State.Online;
    services.rounds().setOnline(online);
    services.statuses().fading().setOnline(online);
    services.vanishing().vanisher().setOnline(online);
    anonymous.wakeup().wake();
  }

  /// When it is tried again is counted, and shown by this device's clock.
  private ConnectionView.State byClock(ConnectionView.State state) {
    if (!(state instanceof ConnectionView.State.Offline(var why, var counted))) {
      return state;
    }
    var left = Duration.between(parts.counter().instant(), counted);
    return new ConnectionView.State.Offline(why, parts.environment().clock().instant().plus(left));
  }

  Outcome submit(Intent intent) throws InterruptedException {
    try {
      return new ProfileIntents(services, connector, this::showSession).submit(intent);
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.DISK_FULL) {
        return Problems.refused("disk-full");
      }
      throw e;
    }
  }

  @Override
  public void close() {
    commits.close();
    connector.rest();
    anonymous.end();
    loops.reversed().forEach(Loops.Running::close);
    models.close();
    services.credentials().close();
    profile.close();
  }

  private void show() {
    var feedWakeup = new Wakeup();
    var feed =
        models.open(
            profile.store(),
            services.self(),
            this::safetyNumber,
            new Contents(services),
            services.time(),
            feedWakeup);
    run("models", feed, feedWakeup);
    showSession();
    run("name", this::showName, nameChanged);
  }

  /// Another device of the account may have changed it.
  private Duration showName() {
    if (!(models.session().value() instanceof SessionView.Deregistered)) {
      showSession();
    }
    return Turn.IDLE;
  }

  private void showSession() {
    models.session().set(profile.store().read(this::ready));
  }

  private String safetyNumber(AccountId account, Bytes identityKey) {
    var self = services.self();
    return DeviceCrypto.safetyNumber(self.account(), self.identityKey(), account, identityKey);
  }

  private SessionView ready(Transaction txn) {
    var self = services.self();
    var name = ProfileSettings.name(txn);
    return new SessionView.Ready(
        self.account(),
        self.address().device(),
        name,
        self.relay().text(),
        OwnLink.text(self, name),
        ProfileSettings.userName(txn),
        txn.profiles().of(self.account()).pictureVersion());
  }

  private void run(String name, Turn turn, Wakeup wakeup) {
    loops.add(parts.loops().start("juntos-" + name, turn, wakeup, this::failed));
  }

  private void failed(String loop, RuntimeException fault) {
    boolean full =
        fault instanceof StoreException e && e.reason() == StoreException.Reason.DISK_FULL;
    models.tell(new Event.Trouble(Problems.of(full ? "disk-full" : "fault")));
  }

  /// On the database thread.
  private void committed(List<Change> changes) {
    for (var change : changes) {
      switch (change) {
        case Change.Outbox() -> services.sender().wakeup().wake();
        case Change.Transfer _ -> filesMoved();
        case Change.Entry(_, _, _, var added) -> {
          services.vanishing().vanisher().wakeup().wake();
          if (added) {
            filesMoved();
          }
        }
        case Change.Contact _ -> { // a block may be over, or a doubt due, or a profile newer
          services.sender().wakeup().wake();
          services.checks().wakeup().wake();
          services.profiles().wakeup().wake();
          services.presences().wakeup().wake();
        }
        case Change.Group _ -> services.groupUpkeep().wakeup().wake();
        case Change.Devices() -> models.tell(new Event.DevicesChanged());
        case Change.Setting(var key) -> {
          if (ProfileSettings.isName(key)) {
            nameChanged.wake();
          } else if (OwnAccess.isAbout(key) || OwnProfile.isDue(key)) {
            nameChanged.wake();
            services.keys().wakeup().wake();
            services.profiles().wakeup().wake();
          } else if (PresenceSharing.isAbout(key)) {
            services.presences().wakeup().wake();
          } else if (key.equals(Retention.CHANGED)) {
            services.vanishing().retaining().wakeup().wake();
          }
        }
        case Change.Status() -> services.statuses().wake();
        case Change.Erased(var files) -> files.forEach(this::delete);
        case Change.MessageChanged _, Change.Removed _, Change.SetAside() -> {} // seen elsewhere
        case Change.Conversation _ -> services.vanishing().vanisher().wakeup().wake(); // read
        case Change.Choices() -> services.stickers().fetching().wakeup().wake();
      }
    }
  }

  /// Its key is gone; what cannot be deleted now is when the profile is opened again.
  private void delete(String file) {
    try {
      profile.attachments().delete(file);
    } catch (IOException _) {
      models.tell(new Event.Trouble(Problems.of("file-not-deleted")));
    }
  }

  private void filesMoved() {
    services.preparations().wake();
    services.transfers().wake();
  }

  /// Where views get what files hold.
  private record Contents(Services services) implements LiveModels.Contents {
    @Override
    public SeekableByteChannel attachment(MessageId message, int index) throws IOException {
      return services.saving().open(message, index);
    }

    @Override
    public SeekableByteChannel status(AccountId author, MessageId status) throws IOException {
      return services.statuses().desk().open(author, status);
    }
  }

  /// Passes on what the stream says.
  private final class Incoming implements Traffic {
    @Override
    public void online() {
      anonymous.online();
      services.sender().online();
      services.checks().wakeup().wake();
      services.groupUpkeep().wakeup().wake();
      services.people().discovery().matching().wakeup().wake();
      services.keys().look();
      services.profiles().wakeup().wake();
      services.presences().wakeup().wake();
      services.transfers().hurry();
      services.statuses().hurry();
      services.stickers().fetching().hurry();
    }

    @Override
    public void delivered(List<Delivered> envelopes) {
      services.receiver().delivered(envelopes);
    }

    @Override
    public void results(List<SendOutcome> outcomes) {
      services.sender().results(outcomes);
    }

    @Override
    public void queueEmpty() {
      services.receiver().queueEmpty();
    }

    @Override
    public void prekeysLow() {
      services.keys().look();
    }

    @Override
    public void ephemeral(Bytes ciphertext) {
      services.presences().arrived(ciphertext);
    }

    @Override
    public void deregistered() {
      boolean others = profile.store().read(services.jobs()::hasOthers);
      models.session().set(new SessionView.Deregistered(services.self().account(), others));
    }
  }
}
