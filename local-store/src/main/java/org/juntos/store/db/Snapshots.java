package org.juntos.store.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The snapshot folder of a profile.
public final class Snapshots {
  /// How many of each reason are kept.
  public static final int KEPT = 3;

  /// Counter that is there when something was erased since the last daily snapshot.
  public static final String STALE = "erased since snapshot";

  private static final String SUFFIX = ".db";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;

  /// Snapshots in `folder`, which is made when there is none.
  public Snapshots(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Newest first. Files that are none of ours are left out.
  public List<Snapshot> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(Snapshots::parse)
          .filter(Objects::nonNull)
          .sorted(Comparator.comparing(Snapshot::takenAt).reversed())
          .toList();
    }
  }

  /// Where a snapshot is.
  public Path path(Snapshot snapshot) {
    return folder.resolve(snapshot.name());
  }

  /// Whether the newest daily one is a day old, or from the future, or there is none.
  public boolean dailyIsDue() throws IOException {
    var now = clock.instant();
    return list().stream()
        .filter(snapshot -> snapshot.reason() == Snapshot.Reason.DAILY)
        .map(snapshot -> Duration.between(snapshot.takenAt(), now))
        .noneMatch(age -> !age.isNegative() && age.compareTo(Duration.ofDays(1)) < 0);
  }

  /// Takes one: a whole, compact copy that is on disk when this returns. Then drops old ones.
  public Snapshot take(Database database, Snapshot.Reason reason) throws IOException {
    Files.createDirectories(folder);
    var part = folder.resolve("part");
    Files.deleteIfExists(part);
    database.vacuumInto(part);
    var file = free(reason);
    DurableFiles.finish(part, file);
    prune(reason);
    return Objects.requireNonNull(parse(file));
  }

  /// Takes the daily one. When something was erased since the last, nothing that was taken before
  /// is left: what is gone is gone from snapshots, too, a day later at most.
  public Snapshot takeDaily(Database database) throws IOException {
    boolean stale = isStale(database);
    var taken = take(database, Snapshot.Reason.DAILY);
    if (stale) {
      for (var other : list()) {
        if (!other.equals(taken)) {
          DurableFiles.delete(path(other));
        }
      }
      database.transaction(
          () -> database.queries().update("DELETE FROM counter WHERE name = ?", STALE));
    }
    return taken;
  }

  private static boolean isStale(Database database) {
    return database.queries().exists("SELECT value FROM counter WHERE name = ?", STALE);
  }

  /// Two within one second get seconds that differ.
  private Path free(Snapshot.Reason reason) {
    var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var file = file(reason, time);
    while (Files.exists(file)) {
      time = time.plusSeconds(1);
      file = file(reason, time);
    }
    return file;
  }

  private Path file(Snapshot.Reason reason, Instant time) {
    return folder.resolve(
        TIME.format(time) + "." + reason.name().toLowerCase(Locale.ROOT) + SUFFIX);
  }

  private void prune(Snapshot.Reason reason) throws IOException {
    var now = clock.instant();
    var same = new ArrayList<>(list());
    same.removeIf(snapshot -> snapshot.reason() != reason);
    same.sort(Comparator.comparing((Snapshot snapshot) -> age(snapshot, now)));
    for (var old : same.subList(Math.min(KEPT, same.size()), same.size())) {
      DurableFiles.delete(path(old));
    }
  }

  /// One from the future was taken by a clock that was wrong: it counts as the oldest.
  private static Duration age(Snapshot snapshot, Instant now) {
    var age = Duration.between(snapshot.takenAt(), now.plusSeconds(60));
    return age.isNegative() ? Duration.ofDays(100_000) : age;
  }

  private static @Nullable Snapshot parse(Path file) {
    var name = file.getFileName().toString();
    var dot = name.indexOf('.');
    if (dot < 0 || !name.endsWith(SUFFIX) || dot >= name.length() - SUFFIX.length()) {
      return null;
    }
    try {
      var time = TIME.parse(name.substring(0, dot), Instant::from);
      var reason = name.substring(dot + 1, name.length() - SUFFIX.length());
      return new Snapshot(
          name,
          Snapshot.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
          time,
          file.toFile().length());
    } catch (DateTimeException | IllegalArgumentException _) {
      return null;
    }
  }
}
