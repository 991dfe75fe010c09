package org.juntos.relay.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.juntos.relay.ManualClock;
import org.juntos.relay.contract.AccessKeyContract;
import org.juntos.relay.contract.AccountContract;
import org.juntos.relay.contract.AttendanceContract;
import org.juntos.relay.contract.AuditContract;
import org.juntos.relay.contract.BlobContract;
import org.juntos.relay.contract.CodeContract;
import org.juntos.relay.contract.DeviceContract;
import org.juntos.relay.contract.DiscoveryContract;
import org.juntos.relay.contract.FanOutContract;
import org.juntos.relay.contract.GroupContract;
import org.juntos.relay.contract.LockContract;
import org.juntos.relay.contract.MailboxContract;
import org.juntos.relay.contract.NameContract;
import org.juntos.relay.contract.Ports;
import org.juntos.relay.contract.PrekeyContract;
import org.juntos.relay.contract.PresenceContract;
import org.juntos.relay.contract.ProfileContract;
import org.juntos.relay.contract.ProvisioningContract;
import org.juntos.relay.contract.PushContract;
import org.juntos.relay.contract.ShareContract;
import org.juntos.relay.contract.StatusContract;
import org.juntos.relay.contract.SuspensionContract;
import org.juntos.relay.limit.RelayLimits;

/// The embedded store keeps what the relay needs of a store.
class EmbeddedStoreTest {
  private static Ports embedded(Path folder, RelayLimits limits, ManualClock clock)
      throws StoreUnusableException {
    return new EmbeddedPorts(StoreFixture.opened(folder, limits, clock));
  }

  @Nested
  class Mailboxes extends MailboxContract {
    Mailboxes() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Accounts extends AccountContract {
    Accounts() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Discovery extends DiscoveryContract {
    Discovery() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Locks extends LockContract {
    Locks() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Attendance extends AttendanceContract {
    Attendance() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Names extends NameContract {
    Names() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Groups extends GroupContract {
    Groups() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class FanOuts extends FanOutContract {
    FanOuts() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Presences extends PresenceContract {
    Presences() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Profiles extends ProfileContract {
    Profiles() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Devices extends DeviceContract {
    Devices() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Provisioning extends ProvisioningContract {
    Provisioning() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Prekeys extends PrekeyContract {
    Prekeys() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Blobs extends BlobContract {
    Blobs() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Shares extends ShareContract {
    Shares() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Suspensions extends SuspensionContract {
    Suspensions() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Pushes extends PushContract {
    Pushes() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class AccessKeys extends AccessKeyContract {
    AccessKeys() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Statuses extends StatusContract {
    Statuses() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Audits extends AuditContract {
    Audits() {
      super(EmbeddedStoreTest::embedded);
    }
  }

  @Nested
  class Codes extends CodeContract {
    Codes() {
      super(EmbeddedStoreTest::embedded);
    }
  }
}
