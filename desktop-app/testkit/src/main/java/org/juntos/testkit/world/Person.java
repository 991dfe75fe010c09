package org.juntos.testkit.world;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.preview.LinkPages;
import org.juntos.media.CodeReading;
import org.juntos.media.MediaPreparation;
import org.juntos.store.Environment;
import org.juntos.store.OpenResult;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.KeySlots;
import org.juntos.store.keyslot.Unlocked;
import org.juntos.testkit.UntouchedMedia;
import org.juntos.wire.AccountId;

/// Somebody with a real engine.
public final class Person implements AutoCloseable {
  private static final String RELAY = "http://127.0.0.1:1";

  private final String name;
  private final RelayLinks links;
  private final Home home;
  private final World world;
  private final MemoryKeyring keyring;
  private Path profile;
  private ProfileEngine engine;

  Person(String name, Path profile, RelayLinks links, Home home, World world) throws IOException {
    this(name, profile, links, home, world, new MemoryKeyring());
  }

  private Person(
      String name, Path profile, RelayLinks links, Home home, World world, MemoryKeyring keyring)
      throws IOException {
    this.name = name;
    this.keyring = keyring;
    this.profile = profile;
    this.links = links;
    this.home = home;
    this.world = world;
    engine = engine();
  }

  /// What a person's engine works with, besides the network.
  ///
  /// @param database what transactions run on; the same one may be given several times
  /// @param watch what its clock shows when the world's shows something
  /// @param pages what links lead to
  public record Home(
      MediaPreparation media,
      Supplier<DatabaseThread> database,
      UnaryOperator<Instant> watch,
      LinkPages pages) {
    /// Files are sent as they are.
    public static final Home PLAIN = new Home(new UntouchedMedia(), DatabaseThread::calling);

    /// With a clock that goes right.
    public Home(MediaPreparation media, Supplier<DatabaseThread> database) {
      this(media, database, UnaryOperator.identity());
    }

    /// Where links lead nowhere.
    public Home(
        MediaPreparation media, Supplier<DatabaseThread> database, UnaryOperator<Instant> watch) {
      this(media, database, watch, LinkPages.NOTHING);
    }

    /// The same where links lead somewhere.
    public Home among(LinkPages there) {
      return new Home(media, database, watch, there);
    }
  }

  private ProfileEngine engine() throws IOException {
    return new ProfileEngine(
        new EngineParts(
            profile,
            links,
            home.media(),
            CodeReading.NOTHING,
            home.pages(),
            environment(),
            world.clock(),
            world.loops()));
  }

  private Environment environment() {
    InstantSource clock = () -> home.watch().apply(world.clock().instant());
    return new Environment(clock, world.random(), keyring, home.database());
  }

  /// The same on a copy of the profile, in a world that goes on on its own.
  Person again(Path copy, RelayLinks otherLinks, World other)
      throws IOException, InterruptedException {
    var person = new Person(name, copy, otherLinks, home, other, keyring.copy());
    person.done(new Intent.Unlock(new Protection.Keyring()));
    person.engine.start();
    return person;
  }

  void register(String phoneNumber) throws IOException, InterruptedException {
    done(new Intent.StartRegistration(RELAY, phoneNumber));
    done(new Intent.ConfirmCode(world.relay().code(phoneNumber)));
    done(new Intent.CreateProfile(name, new Protection.Keyring()));
    engine.start();
  }

  /// Asks the relay for a mailbox; the code that a device of an account has to be given.
  public String showLinkCode(String deviceName) throws InterruptedException {
    done(new Intent.StartLinking(RELAY, deviceName));
    if (engine.models().session().value() instanceof SessionView.Linking linking) {
      return linking.code();
    }
    throw new IllegalStateException("no code: " + engine.models().session().value());
  }

  /// Whether another device has let this one join its account.
  public boolean isLetIn() {
    return engine.models().session().value() instanceof SessionView.LinkAccepted;
  }

  /// Goes on after another device has let this one join.
  public void join() throws InterruptedException {
    done(new Intent.CreateProfile("", new Protection.Keyring()));
    engine.start();
  }

  /// Ends the engine and starts another on the same profile.
  public void restart() throws IOException, InterruptedException {
    restart(profile);
  }

  /// Ends the engine and starts another on a copy of the profile that was taken before, as a
  /// process that was killed then would leave it.
  public void restart(Path copy) throws IOException, InterruptedException {
    engine.close();
    profile = copy;
    engine = engine();
    done(new Intent.Unlock(new Protection.Keyring()));
    engine.start();
  }

  /// Ends the engine, works on the profile as the next engine would find it, and starts that.
  public <T> T between(Function<Profile, T> work) throws IOException, InterruptedException {
    engine.close();
    T result;
    try (var open = opened()) {
      result = work.apply(open);
    }
    engine = engine();
    done(new Intent.Unlock(new Protection.Keyring()));
    engine.start();
    return result;
  }

  /// Ends the engine, damages its database, and starts another that puts back the newest snapshot.
  public void loseAndRestore() throws IOException, InterruptedException {
    engine.close();
    var database = profile.resolve("profile.db");
    var bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 7);
    Files.write(database, bytes);
    engine = engine();
    engine.submit(new Intent.Unlock(new Protection.Keyring()));
    if (!(engine.models().session().value() instanceof SessionView.Damaged damaged)) {
      throw new IllegalStateException("not damaged: " + engine.models().session().value());
    }
    done(new Intent.RestoreSnapshot(damaged.snapshots().getFirst()));
    engine.start();
  }

  private Profile opened() throws IOException {
    var opened =
        new ProfileFolder(profile, environment())
            .open(org.juntos.store.keyslot.Protection.keyring());
    if (opened instanceof OpenResult.Opened(var open)) {
      return open;
    }
    throw new IOException("not opened: " + opened);
  }

  /// The key of their database, for whoever looks what is really in it.
  public SecretBytes databaseKey() throws IOException {
    var slots = new KeySlots(profile, world.clock(), world.random(), keyring);
    if (slots.unlock(org.juntos.store.keyslot.Protection.keyring()) instanceof Unlocked.Key key) {
      return key.value();
    }
    throw new IOException("the keyring does not open it");
  }

  /// Ends the engine, looks at what is in the folder, and starts another.
  public <T> T whileClosed(Callable<T> look) throws Exception {
    engine.close();
    var result = look.call();
    engine = engine();
    done(new Intent.Unlock(new Protection.Keyring()));
    engine.start();
    return result;
  }

  /// The folder of their profile.
  public Path profile() {
    return profile;
  }

  /// What they are called, and how the network knows them.
  public String name() {
    return name;
  }

  /// Does what the intent says.
  public Outcome submit(Intent intent) throws InterruptedException {
    return engine.submit(intent);
  }

  /// Does what the intent says, which must not be refused.
  public void done(Intent intent) throws InterruptedException {
    if (engine.submit(intent) instanceof Outcome.Refused(var problem)) {
      throw new IllegalStateException(intent.getClass().getSimpleName() + ": " + problem);
    }
  }

  /// Asks `other` to be a contact.
  public void add(Person other) throws InterruptedException {
    done(new Intent.AddContact(other.ready().link()));
  }

  /// Takes the request of `other`.
  public void accept(Person other) throws InterruptedException {
    done(new Intent.AcceptContact(other.account()));
  }

  /// Everything that can be watched.
  public Models models() {
    return engine.models();
  }

  private SessionView.Ready ready() {
    if (engine.models().session().value() instanceof SessionView.Ready ready) {
      return ready;
    }
    throw new IllegalStateException("not ready: " + engine.models().session().value());
  }

  /// Their contact link.
  public String link() {
    return ready().link();
  }

  /// Who they are.
  public AccountId account() {
    return ready().account();
  }

  /// The conversation with `other`.
  public ConversationId with(Person other) {
    return ConversationId.ofTwo(account(), other.account());
  }

  /// Writes to `other`.
  public MessageId write(Person other, String text) throws InterruptedException {
    return send(with(other), text, List.of());
  }

  /// Sends a file to `other`.
  public MessageId send(Person other, Path file) throws InterruptedException {
    return send(with(other), "", List.of(new Intent.OutgoingFile(file, true, false)));
  }

  /// Sends text and files into a conversation.
  public MessageId send(ConversationId conversation, String text, List<Intent.OutgoingFile> files)
      throws InterruptedException {
    var outcome = engine.submit(new Intent.SendMessage(conversation, text, files));
    if (outcome instanceof Outcome.Queued(_, var message)) {
      return message;
    }
    throw new IllegalStateException("not queued: " + outcome);
  }

  /// All entries with `other`, oldest first.
  public List<EntryView> timeline(Person other) {
    return engine.models().history(with(other), Long.MAX_VALUE, 10_000);
  }

  /// All messages with `other`, oldest first.
  public List<EntryView> messages(Person other) {
    return timeline(other).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
        .toList();
  }

  /// What `other` has written to them, as they see it.
  public List<String> textsOf(Person other) {
    return messages(other).stream()
        .filter(entry -> !entry.outgoing())
        .map(EntryView::body)
        .toList();
  }

  /// How far a message of theirs has come.
  public EntryView.Stage stage(MessageId message) {
    var entry = engine.models().entry(message);
    return entry == null ? EntryView.Stage.NONE : entry.progress().stage();
  }

  /// An attachment of a message, as they see it.
  public AttachmentView attachment(MessageId message, int index) {
    var entry = engine.models().entry(message);
    if (entry == null) {
      throw new IllegalStateException("no message " + message);
    }
    return entry.attachments().get(index);
  }

  /// What is in an attachment that is here.
  public byte[] content(MessageId message, int index) throws IOException {
    try (var channel = engine.models().content(message, index)) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  /// How they see `other`.
  public ContactView contact(Person other) {
    return engine.models().contacts().value().stream()
        .filter(contact -> contact.account().equals(other.account()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    engine.close();
  }
}
