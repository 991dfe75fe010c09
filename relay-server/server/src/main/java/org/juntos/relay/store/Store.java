package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.relay.account.AccountStore;
import org.juntos.relay.account.AttendanceStore;
import org.juntos.relay.account.DeviceStore;
import org.juntos.relay.account.HeldStore;
import org.juntos.relay.account.LockStore;
import org.juntos.relay.account.SuspensionStore;
import org.juntos.relay.audit.AuditStore;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.ShareStore;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.relay.group.GroupStore;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.name.NameStore;
import org.juntos.relay.prekey.PrekeyStore;
import org.juntos.relay.presence.PresenceStore;
import org.juntos.relay.profile.ProfileStore;
import org.juntos.relay.provisioning.ProvisioningStore;
import org.juntos.relay.push.PushStore;
import org.juntos.relay.report.ReportStore;
import org.juntos.relay.status.StatusStore;

/// Everything that a relay keeps, in one locked folder.
public final class Store implements AutoCloseable {
  private final DataFolder folder;
  private final Disk disk;
  private final Database database;
  private final KeyFiles keys;
  private final MailboxStore mailboxes;
  private final AccountStore accounts;
  private final AttendanceStore attendance;
  private final LockStore locks;
  private final NameStore names;
  private final ReportStore reports;
  private final DiscoveryStore discovery;
  private final PrekeyStore prekeys;
  private final BlobStore blobs;
  private final AuditStore audit;
  private final SuspensionStore suspensions;
  private final ShareStore shares;
  private final AccessKeyStore accessKeys;
  private final ProfileStore profiles;
  private final PresenceStore presence;
  private final Inventory inventory;
  private final HeldStore held;
  private final PushStore pushes;
  private final DeviceStore devices;
  private final ProvisioningStore provisioning;
  private final GroupStore groups;
  private final StatusStore statuses;

  private Store(
      DataFolder folder,
      Disk disk,
      Database database,
      KeyFiles keys,
      Path blobs,
      RelayLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    var queues = queues(database, limits);
    this.folder = folder;
    this.disk = disk;
    this.database = database;
    this.keys = keys;
    this.mailboxes = new SqliteMailbox(database, queues, limits.mailbox(), clock, random);
    var sqliteAccounts = new SqliteAccounts(database, queues);
    this.accounts = sqliteAccounts;
    this.attendance = new SqliteAttendance(database, sqliteAccounts);
    this.locks = new SqliteLocks(database);
    this.names = new SqliteNames(database);
    this.reports = new SqliteReports(database);
    this.discovery = new SqliteDiscovery(database);
    this.prekeys = new SqlitePrekeys(database, clock);
    this.blobs = new FileBlobs(database, disk, blobs);
    this.audit = new SqliteAudit(database);
    this.suspensions = new SqliteSuspensions(database);
    this.shares = new SqliteShares(database);
    this.accessKeys = new SqliteAccessKeys(database);
    this.profiles = new SqliteProfiles(database);
    this.presence = new SqlitePresence(database);
    this.inventory = new Inventory(database);
    this.held = new SqliteHeld(database, blobs);
    this.pushes = new SqlitePushes(database);
    this.devices = new SqliteDevices(database, queues);
    this.provisioning = new SqliteProvisioning(database);
    this.groups = new SqliteGroups(database);
    this.statuses = new SqliteStatuses(database);
    database.start();
  }

  private static Queues queues(Database database, RelayLimits limits) {
    var unfiled = new Unfiled(limits.mailbox().unfiledAtMost());
    var queues = new Queues(unfiled);
    database.writer().join(unfiled);
    database.writer().join(queues);
    return queues;
  }

  /// Locks and opens `path`, which is made when it is missing.
  ///
  /// @param watch told of each commit
  /// @throws StoreUnusableException with one line for the operator; nothing is left open then
  public static Store open(
      Path path, RelayLimits limits, InstantSource clock, CommitWatch watch, RandomGenerator random)
      throws StoreUnusableException {
    return open(path, limits, clock, watch, random, Disk.REAL);
  }

  static Store open(
      Path path,
      RelayLimits limits,
      InstantSource clock,
      CommitWatch watch,
      RandomGenerator random,
      Disk disk)
      throws StoreUnusableException {
    var folder = DataFolder.open(path);
    try {
      var keys = KeyFiles.open(folder);
      var blobs = folder.make(DataFolder.BLOBS);
      var database = Database.open(folder, disk, limits.reservedDiskBytes(), clock);
      database.writer().watch(watch);
      return new Store(folder, disk, database, keys, blobs, limits, clock, random);
    } catch (StoreUnusableException unusable) {
      release(folder, unusable);
      throw unusable;
    }
  }

  private static void release(DataFolder folder, StoreUnusableException unusable) {
    try {
      folder.close();
    } catch (IOException failed) {
      unusable.addSuppressed(failed);
    }
  }

  /// The relay's own keys.
  public KeyFiles keys() {
    return keys;
  }

  /// Opens what the otp role keeps, beside the rest; to be closed before this.
  public OtpStore openOtp() throws StoreUnusableException {
    return OtpStore.in(folder, disk, keys);
  }

  /// Queues of devices.
  public MailboxStore mailboxes() {
    return mailboxes;
  }

  /// Accounts and devices.
  public AccountStore accounts() {
    return accounts;
  }

  /// On which day each account was last here.
  public AttendanceStore attendance() {
    return attendance;
  }

  /// Registration locks of accounts.
  public LockStore locks() {
    return locks;
  }

  /// User names of accounts.
  public NameStore names() {
    return names;
  }

  /// Entries of accounts that can be found by their number.
  public DiscoveryStore discovery() {
    return discovery;
  }

  /// Counts of reports.
  public ReportStore reports() {
    return reports;
  }

  /// Prekeys of devices.
  public PrekeyStore prekeys() {
    return prekeys;
  }

  /// Encrypted files.
  public BlobStore blobs() {
    return blobs;
  }

  /// The check that may run in the background.
  Integrity integrity() {
    return database.integrity();
  }

  /// Counts of each day.
  public AuditStore audit() {
    return audit;
  }

  /// Accounts that are kept out.
  public SuspensionStore suspensions() {
    return suspensions;
  }

  /// Accounts with a share of their own.
  public ShareStore shares() {
    return shares;
  }

  /// What lets contacts in.
  public AccessKeyStore accessKeys() {
    return accessKeys;
  }

  /// What accounts show their contacts.
  public ProfileStore profiles() {
    return profiles;
  }

  /// Which accounts do not share when they are here.
  public PresenceStore presence() {
    return presence;
  }

  /// What is held on one account, row by row.
  public HeldStore held() {
    return held;
  }

  /// Where devices are woken.
  public PushStore pushes() {
    return pushes;
  }

  /// Which devices accounts have.
  public DeviceStore devices() {
    return devices;
  }

  /// Mailboxes of devices that have no account yet.
  public ProvisioningStore provisioning() {
    return provisioning;
  }

  /// States of groups.
  public GroupStore groups() {
    return groups;
  }

  /// Slots of statuses.
  public StatusStore statuses() {
    return statuses;
  }

  /// What is held, counted.
  public Inventory inventory() {
    return inventory;
  }

  /// Free bytes of the disk that it lies on.
  public long freeDiskBytes() throws IOException {
    return disk.freeBytes(folder);
  }

  /// Why it cannot do its work now, in a few words for the operator; null when it can.
  ///
  /// @param patience how long the writer has to answer
  public @Nullable String trouble(Duration patience) {
    if (database.integrity().damage() != null) {
      return "the database is damaged";
    }
    if (database.space().isScarce()) {
      return "the disk is nearly full";
    }
    return database.answers(patience) ? null : "the database does not answer";
  }

  /// Commits what waits, closes the database, unlocks the folder.
  @Override
  public void close() throws IOException {
    try (folder) {
      database.close();
    }
  }
}
