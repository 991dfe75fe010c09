package org.juntos.relay;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.juntos.relay.backup.Backup;
import org.juntos.relay.store.Snapshot;
import org.juntos.relay.store.StoreUnusableException;

/// Looks at a relay from outside, whether it runs or not, and says what is wrong and what to do.
/// Changes nothing.
final class Doctor {
  /// No clock that is right shows less.
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);
  private static final Duration BACKUP_OLD = Duration.ofDays(7);
  private static final int ROOMY = 10;
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final RelayOptions options;
  private final Instant now;

  private Doctor(RelayOptions options, Instant now) {
    this.options = options;
    this.now = now;
  }

  /// All findings, in the order in which they matter.
  ///
  /// @param environment where secrets of senders may be
  static List<Finding> examine(
      RelayOptions options,
      InstantSource clock,
      SecureRandom random,
      Map<String, String> environment) {
    var doctor = new Doctor(options, clock.instant());
    var senders = new SenderCheck(options.otp(), new SenderWiring(clock, random, environment));
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("settings", "the settings are good"));
    findings.add(doctor.folder());
    findings.add(doctor.disk());
    findings.add(doctor.clock());
    findings.add(new CertificateCheck(options, doctor.now).look());
    findings.add(new PortCheck(options, random).look());
    findings.addAll(senders.look());
    findings.addAll(new AdmissionCheck(options.admission()).look());
    findings.add(new PushCheck(options, clock, random).look());
    var turn = options.operating().turn();
    findings.addAll(new TurnCheck(turn, doctor.now, random, environment).look());
    findings.add(doctor.database());
    findings.add(doctor.backup());
    return findings;
  }

  /// Prints `findings`; the exit code: 1 when something fails.
  static int report(List<Finding> findings, boolean json, PrintWriter out) throws IOException {
    if (json) {
      out.println(JSON.std.asString(findings.stream().map(Doctor::fields).toList()));
    } else {
      findings.forEach(finding -> out.println(line(finding)));
    }
    out.flush();
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAILURE) ? 1 : 0;
  }

  private static Map<String, String> fields(Finding finding) {
    return Map.of(
        "check", finding.check(),
        "level", word(finding),
        "text", finding.text(),
        "next", finding.next());
  }

  private static String line(Finding finding) {
    return String.format(
            Locale.ROOT, "%-8s %-9s %s", word(finding), finding.check(), finding.text())
        + (finding.next().isEmpty() ? "" : "; next: " + finding.next());
  }

  private static String word(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }

  private Finding folder() {
    var data = options.data();
    if (!Files.isDirectory(data)) {
      return Finding.warning("data", data + " is not there yet", "start the relay; it makes it");
    }
    if (!Files.isWritable(data) || !Files.isReadable(data)) {
      return Finding.failure(
          "data", "this user cannot use " + data, "run as the relay's user, or change the owner");
    }
    try {
      return isOpen(data)
          ? Finding.failure("data", data + " is open to other users", "chmod go= " + data)
          : Finding.ok("data", data + " is for its owner only");
    } catch (IOException failed) {
      return Finding.failure("data", "cannot look at " + data, "check its file system");
    }
  }

  /// What is inside a folder of its owner's is as closed as the folder.
  private static boolean isOpen(Path data) throws IOException {
    return data.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !OWNER.containsAll(Files.getPosixFilePermissions(data));
  }

  private Finding disk() {
    var at = options.data().toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    try {
      long free = Files.getFileStore(at).getUsableSpace();
      long kept = options.limits().reservedDiskBytes();
      var text = free / (1024 * 1024) + " MiB are free";
      if (free < kept) {
        return Finding.failure(
            "disk", text + ": nothing new is accepted", "free space or grow the disk");
      }
      return free < kept * ROOMY
          ? Finding.warning("disk", text, "free space before " + kept + " bytes are left")
          : Finding.ok("disk", text);
    } catch (IOException failed) {
      return Finding.failure("disk", "the file system does not answer", "check the disk");
    }
  }

  private Finding clock() {
    if (now.isBefore(EARLIEST)) {
      return Finding.failure("clock", "it shows " + now, "set it: timedatectl set-ntp true");
    }
    try {
      for (var database : Snapshot.databases(options.data())) {
        if (Files.getLastModifiedTime(database).toInstant().isAfter(now.plus(CLOCK_SLACK))) {
          return Finding.failure(
              "clock",
              "it shows " + now + ", earlier than the last change of " + database.getFileName(),
              "set it: timedatectl set-ntp true");
        }
      }
    } catch (IOException _) { // the database check tells of it
      return Finding.warning("clock", "cannot compare it with the database", "see below");
    }
    return Finding.ok("clock", "it shows " + now);
  }

  private Finding database() {
    if (Snapshot.databases(options.data()).isEmpty()) {
      return Finding.ok("database", "there is none yet");
    }
    try {
      Snapshot.checkIn(options.data());
      return Finding.ok("database", "it is whole");
    } catch (StoreUnusableException damaged) {
      return Finding.failure(
          "database",
          String.valueOf(damaged.getMessage()),
          "juntos relay restore --from BACKUP --data NEWDIR");
    }
  }

  private Finding backup() {
    var make = "juntos relay backup --data " + options.data() + " --to X, every day";
    try {
      var said = Files.readString(options.data().resolve(Backup.LAST)).strip();
      var madeAt = Instant.parse(said.split(" ", 2)[0]);
      var age = Duration.between(madeAt, now);
      var text = "the last was made " + madeAt;
      return age.compareTo(BACKUP_OLD) > 0
          ? Finding.warning("backup", text, make)
          : Finding.ok("backup", text);
    } catch (IOException | DateTimeException _) {
      return Finding.warning("backup", "none was ever made", make);
    }
  }
}
