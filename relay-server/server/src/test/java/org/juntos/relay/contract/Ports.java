package org.juntos.relay.contract;

import java.io.IOException;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.relay.account.AccountStore;
import org.juntos.relay.account.AttendanceStore;
import org.juntos.relay.account.DeviceStore;
import org.juntos.relay.account.LockStore;
import org.juntos.relay.account.SuspensionStore;
import org.juntos.relay.audit.AuditStore;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.ShareStore;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.relay.group.GroupStore;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.name.NameStore;
import org.juntos.relay.otp.CodeStore;
import org.juntos.relay.prekey.PrekeyStore;
import org.juntos.relay.presence.PresenceStore;
import org.juntos.relay.profile.ProfileStore;
import org.juntos.relay.provisioning.ProvisioningStore;
import org.juntos.relay.push.PushStore;
import org.juntos.relay.status.StatusStore;

/// All that a relay keeps its things in. Whoever keeps them shows with the contracts of this
/// package that he does it as the relay needs it.
public interface Ports extends AutoCloseable {
  /// Queues of devices.
  MailboxStore mailboxes();

  /// Accounts and devices.
  AccountStore accounts();

  /// On which day accounts were here.
  AttendanceStore attendance();

  /// Registration locks.
  LockStore locks();

  /// User names.
  NameStore names();

  /// Which accounts do not share when they are here.
  PresenceStore presence();

  /// What accounts show their contacts.
  ProfileStore profiles();

  /// Accounts that can be found by number.
  DiscoveryStore discovery();

  /// Which devices accounts have.
  DeviceStore devices();

  /// Mailboxes of devices that have no account yet.
  ProvisioningStore provisioning();

  /// States of groups.
  GroupStore groups();

  /// Prekeys of devices.
  PrekeyStore prekeys();

  /// Encrypted files.
  BlobStore blobs();

  /// Accounts with more room for files, or less.
  ShareStore shares();

  /// Accounts that are kept out.
  SuspensionStore suspensions();

  /// Where devices are woken.
  PushStore pushes();

  /// What lets contacts in.
  AccessKeyStore accessKeys();

  /// Slots of statuses.
  StatusStore statuses();

  /// Counts of each day.
  AuditStore audit();

  /// Codes and their limits.
  CodeStore codes();

  /// Lets go of it; what was accepted stays.
  @Override
  void close() throws IOException;
}
