package org.juntos.store.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.WebLinks;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.Fixture;
import org.juntos.store.SearchableStore;
import org.juntos.store.Store;
import org.juntos.store.db.Database;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History.NewEntry;
import org.juntos.store.search.Search.Hit;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.sqlite.mc.SQLiteMCChacha20Config;

/// A history that is written, changed and looked through from a seed, and the plain way to look.
final class SearchedStore implements AutoCloseable {
  private static final int PEOPLE = 4;
  private static final List<Attachment.Kind> KINDS = List.of(Attachment.Kind.values());
  private static final byte[] KEY = new byte[32];

  private final Path file;
  private Database database;
  private Store store;
  private final SecureRandom random = new SecureRandom();

  SearchedStore(Path file) {
    this.file = file;
    database = open(file);
    store = SearchableStore.on(database);
    for (var peer = 0; peer < PEOPLE; peer++) {
      var with = peer;
      store.write(txn -> {
        txn.history().open(conversation(with), person(with), Fixture.START);
        return true;
      });
    }
  }

  @Override
  public void close() {
    store.close();
  }

  /// Entries of all kinds, now and then with files, links and a new window of rows.
  void write(RandomGenerator seeded, int entries) {
    for (var left = entries; left > 0; left--) {
      var peer = seeded.nextInt(PEOPLE);
      var files = seeded.nextInt(5) == 0 ? album(seeded) : List.<Attachment>of();
      var kind = seeded.nextInt(9) == 0 ? Entry.Kind.GROUP_CHANGED : Entry.Kind.MESSAGE;
      var sent = Fixture.START.plusSeconds(seeded.nextInt(1_000_000));
      var own = seeded.nextBoolean();
      var id = append(peer, own, kind, Corpus.text(seeded, 9), sent, files);
      if (seeded.nextInt(4) == 0) {
        star(author(peer, own), id, seeded.nextInt(4) > 0);
      }
      if (seeded.nextInt(12) == 0) {
        nextWindow();
      }
    }
  }

  private void star(DeviceAddress author, MessageId id, boolean starred) {
    var name = new MessageName(author.account(), id);
    store.write(txn -> txn.handling().star(name, starred, Fixture.START));
  }

  /// One to three files of any kinds.
  private static List<Attachment> album(RandomGenerator seeded) {
    return IntStream.rangeClosed(0, seeded.nextInt(3)).mapToObj(_ -> file(seeded)).toList();
  }

  long say(String text) {
    var id = append(0, true, Entry.Kind.MESSAGE, text, Fixture.START, List.of());
    return store.read(txn -> Objects.requireNonNull(txn.history().find(id)).row());
  }

  void send(String fileName) {
    append(
        0,
        false,
        Entry.Kind.MESSAGE,
        "",
        Fixture.START,
        List.of(file(fileName, Attachment.Kind.FILE)));
  }

  /// What is written from here on lies in another window.
  void nextWindow() {
    update("UPDATE counter SET value = value + 4096 WHERE name = 'entry row'");
  }

  /// Changes, deletes and renames some, as whoever edits or deletes messages does.
  void meddle(RandomGenerator seeded, int times) {
    for (var left = times; left > 0; left--) {
      var at = seeded.nextInt(100);
      var place =
          "(SELECT place FROM entry WHERE kind = 'MESSAGE' ORDER BY message LIMIT 1 OFFSET " + at;
      update("UPDATE entry SET body = ? WHERE place = " + place + ")", Corpus.text(seeded, 5));
      update("UPDATE attachment SET file_name = ? WHERE id = " + at, Corpus.text(seeded, 2));
      update("DELETE FROM attachment WHERE place = " + place + ")");
      update("DELETE FROM entry WHERE place = " + place + ")");
    }
  }

  void edit(String before, String after) {
    update("UPDATE entry SET body = ? WHERE body = ?", after, before);
  }

  void update(String sql, Object... values) {
    database.transaction(() -> database.queries().update(sql, values));
  }

  /// Indexes so many windows.
  void index(int windows) {
    for (var left = windows; left > 0; left--) {
      var begun = begun();
      if (begun == null) {
        return;
      }
      var indexed = begun.indexed();
      for (var part = 0; part < IndexedWindow.PARTS; part++) {
        put(indexed, part);
      }
    }
  }

  @Nullable UnindexedWindow begun() {
    return store.write(txn -> txn.searchIndex().begin());
  }

  boolean put(IndexedWindow window, int part) {
    return store.write(txn -> txn.searchIndex().put(window, part));
  }

  long unindexed() {
    return store.read(txn -> txn.search().unindexed());
  }

  long buckets() {
    return database.queries().number(0, "SELECT count(*) FROM search_bucket");
  }

  SearchQuery query(RandomGenerator seeded) {
    var in =
        seeded.nextInt(4) == 0
            ? Set.of(conversation(seeded.nextInt(PEOPLE)))
            : Set.<ConversationId>of();
    var from =
        seeded.nextInt(4) == 0 ? Set.of(person(seeded.nextInt(PEOPLE))) : Set.<AccountId>of();
    var since = seeded.nextInt(4) == 0 ? time(seeded) : Instant.MIN;
    var before = seeded.nextInt(4) == 0 ? time(seeded) : Instant.MAX;
    var has = seeded.nextInt(5) == 0 ? List.of(some(seeded)) : List.<Set<Has>>of();
    var starred = seeded.nextInt(5) == 0;
    return new SearchQuery(Corpus.needle(seeded), in, from, since, before, has, starred);
  }

  Search.Slice look(SearchQuery query, long below, int limit) {
    return store.read(txn -> txn.search().look(query, below, limit));
  }

  /// All pages.
  List<Hit> found(SearchQuery query, int limit) {
    var found = new ArrayList<Hit>();
    var below = Search.NEWEST;
    while (below > 0) {
      var slice = look(query, below, limit);
      found.addAll(slice.found());
      below = slice.next();
    }
    return found;
  }

  long counted(SearchQuery query) {
    var counted = 0L;
    var below = Search.NEWEST;
    while (below > 0) {
      var from = below;
      var count = store.read(txn -> txn.search().count(query, from));
      counted += count.found();
      below = count.next();
    }
    return counted;
  }

  /// The plain way: every entry of every conversation is read and compared.
  List<Hit> readingEverything(SearchQuery query) {
    var found = new ArrayList<Hit>();
    for (var peer = 0; peer < PEOPLE; peer++) {
      var conversation = conversation(peer);
      store.read(txn -> txn.history().after(conversation, 0, Integer.MAX_VALUE)).stream()
          .filter(entry -> entry.kind() == Entry.Kind.MESSAGE && meets(entry, query))
          .forEach(entry -> found.add(new Hit(conversation, entry.row())));
    }
    found.sort(Comparator.comparingLong(Hit::row).reversed());
    return found;
  }

  /// Every page of the file as it is once decrypted, unused ones, too.
  String plainPages(Path copy) throws SQLException, IOException {
    store.close();
    var config = new SQLiteMCChacha20Config().withRawUnsaltedKey(KEY).build();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        var statement = connection.createStatement()) {
      statement.executeUpdate("backup to " + copy);
    }
    database = open(file);
    store = SearchableStore.on(database);
    return Files.readString(copy, StandardCharsets.ISO_8859_1);
  }

  private static Database open(Path file) {
    return Database.open(file, SecretBytes.takeFrom(KEY.clone()));
  }

  private static boolean meets(Entry entry, SearchQuery query) {
    var texts = new ArrayList<String>();
    texts.add(Folding.fold(entry.body()));
    entry.attachments().forEach(file -> texts.add(Folding.fold(file.attachment().fileName())));
    return query.words().stream().allMatch(word -> texts.stream().anyMatch(t -> t.contains(word)))
        && (query.in().isEmpty() || query.in().contains(entry.conversation()))
        && (query.from().isEmpty() || query.from().contains(entry.author().account()))
        && !entry.sentAt().isBefore(query.since())
        && entry.sentAt().isBefore(query.before())
        && (!query.starred() || entry.marks().handled().starred())
        && query.has().stream()
            .allMatch(kinds -> kinds.stream().anyMatch(kind -> has(entry, kind)));
  }

  private static boolean has(Entry entry, Has kind) {
    return kind == Has.LINK
        ? !WebLinks.in(entry.body()).isEmpty()
        : entry.attachments().stream()
            .anyMatch(file -> file.attachment().kind().name().equals(kind.name()));
  }

  private static DeviceAddress author(int peer, boolean own) {
    return own ? Fixture.ALICES_DEVICE : new DeviceAddress(person(peer), 1);
  }

  private MessageId append(
      int peer, boolean own, Entry.Kind kind, String body, Instant sent, List<Attachment> files) {
    var id = new MessageId(new UUID(random.nextLong(), random.nextLong()));
    var author = author(peer, own);
    store.write(txn ->
        txn.history()
            .append(
                new NewEntry(
                    id, conversation(peer), author, own, 1, kind, body, sent, sent, files)));
    return id;
  }

  private static Attachment file(RandomGenerator seeded) {
    return file(Corpus.text(seeded, 2), KINDS.get(seeded.nextInt(KINDS.size())));
  }

  private static Attachment file(String name, Attachment.Kind kind) {
    return new Attachment(
        "blob", Bytes.EMPTY, Bytes.EMPTY, 1, 1, name, "x/y", kind, Attachment.Preview.NONE);
  }

  private static Instant time(RandomGenerator seeded) {
    return Fixture.START.plusSeconds(seeded.nextInt(1_000_000));
  }

  private static Set<Has> some(RandomGenerator seeded) {
    var all = Has.values();
    return Set.copyOf(
        List.of(all[seeded.nextInt(all.length)], all[0]).stream().distinct().toList());
  }

  private static AccountId person(int peer) {
    return Fixture.account(100 + peer);
  }

  private static ConversationId conversation(int peer) {
    return ConversationId.ofTwo(Fixture.ALICE, person(peer));
  }
}
