package org.juntos.relay.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.relay.account.AccountStore;
import org.juntos.relay.account.AttendanceStore;
import org.juntos.relay.account.DeviceStore;
import org.juntos.relay.account.LockStore;
import org.juntos.relay.account.SuspensionStore;
import org.juntos.relay.audit.AuditStore;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.ShareStore;
import org.juntos.relay.contract.Ports;
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

/// The ports of the embedded store.
final class EmbeddedPorts implements Ports {
  private final Store store;
  private @Nullable OtpStore otp;

  EmbeddedPorts(Store store) {
    this.store = store;
  }

  Store store() {
    return store;
  }

  @Override
  public MailboxStore mailboxes() {
    return store.mailboxes();
  }

  @Override
  public AccountStore accounts() {
    return store.accounts();
  }

  @Override
  public AttendanceStore attendance() {
    return store.attendance();
  }

  @Override
  public LockStore locks() {
    return store.locks();
  }

  @Override
  public NameStore names() {
    return store.names();
  }

  @Override
  public PresenceStore presence() {
    return store.presence();
  }

  @Override
  public ProfileStore profiles() {
    return store.profiles();
  }

  @Override
  public DiscoveryStore discovery() {
    return store.discovery();
  }

  @Override
  public DeviceStore devices() {
    return store.devices();
  }

  @Override
  public ProvisioningStore provisioning() {
    return store.provisioning();
  }

  @Override
  public GroupStore groups() {
    return store.groups();
  }

  @Override
  public PrekeyStore prekeys() {
    return store.prekeys();
  }

  @Override
  public BlobStore blobs() {
    return store.blobs();
  }

  @Override
  public ShareStore shares() {
    return store.shares();
  }

  @Override
  public SuspensionStore suspensions() {
    return store.suspensions();
  }

  @Override
  public PushStore pushes() {
    return store.pushes();
  }

  @Override
  public AccessKeyStore accessKeys() {
    return store.accessKeys();
  }

  @Override
  public StatusStore statuses() {
    return store.statuses();
  }

  @Override
  public AuditStore audit() {
    return store.audit();
  }

  /// Opened when they are asked for: most tests need none.
  @Override
  public synchronized CodeStore codes() {
    var open = otp;
    if (open == null) {
      try {
        open = store.openOtp();
      } catch (StoreUnusableException failed) {
        throw new UncheckedIOException(failed);
      }
      otp = open;
    }
    return open.codes();
  }

  @Override
  public void close() throws IOException {
    try (store) {
      if (otp != null) {
        otp.close();
      }
    }
  }
}
