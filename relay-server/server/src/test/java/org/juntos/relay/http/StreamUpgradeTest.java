package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.RelayRoles;
import org.juntos.relay.account.SuspensionStore;
import org.juntos.relay.account.Suspensions;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

class StreamUpgradeTest {
  private static final DeviceAddress ALICE =
      new DeviceAddress(new AccountId(new UUID(1, 1)), DeviceAddress.PRIMARY_DEVICE);

  @TempDir Path folder;
  private final List<Integer> closes = new ArrayList<>();

  @Test
  void a_stream_that_opens_just_after_its_account_was_suspended_ends() throws Exception {
    var clock = InstantSource.system();
    try (var roles =
        RelayRoles.open(RelayOptions.loopback(folder.resolve("data")), clock, new SecureRandom())) {
      var suspensions = Suspensions.in(new Everybody(), roles.services().presence()::suspended);
      var services = with(roles.services(), suspensions, clock);
      var admittance =
          new Admittance(services.accounts(), suspensions, services.limits().requests(), clock);
      var lanes =
          new StreamSender.Lanes(
              new FrameLane(Runnable::run, Runnable::run),
              Runnable::run,
              services.operations().traffic());
      var upgrade = new StreamUpgrade(services, admittance, lanes, new Server());
      var stream = new StreamConnection(ALICE, "192.0.2.1", upgrade, services);
      suspensions.suspend(ALICE.account()); // it was let in, and is not open yet
      stream.onOpen(new Recorded(), Callback.NOOP);
      assertEquals(List.of(StreamHost.CLOSE_SUSPENDED), closes);
    }
  }

  private static Services with(Services roles, Suspensions suspensions, InstantSource clock) {
    return new Services(
        roles.offer(),
        roles.codes(),
        roles.waysIn(),
        roles.accounts(),
        roles.devices(),
        roles.provisioning(),
        roles.prekeys(),
        roles.certificates(),
        roles.mailboxes(),
        roles.access(),
        roles.blobs(),
        roles.presence(),
        roles.limits(),
        new Operations(
            new NoTraffic(), () -> null, suspensions, new AddressLog(Instant.EPOCH, clock)),
        roles.listing(),
        roles.held(),
        roles.waking(),
        roles.ofAccounts(),
        roles.ofGroups());
  }

  private record NoTraffic() implements Traffic {
    @Override
    public void answered(
        String method, String template, int status, @Nullable ErrorCode refused, long nanos) {}

    @Override
    public void delivered(int envelopes) {}
  }

  /// Every account is there.
  private record Everybody() implements SuspensionStore {
    @Override
    public boolean set(AccountId account, boolean suspended) {
      return true;
    }

    @Override
    public Set<AccountId> all() throws IOException {
      return Set.of();
    }
  }

  private final class Recorded extends CoreSession.Empty {
    @Override
    public void close(int code, String reason, Callback callback) {
      closes.add(code);
      callback.succeeded();
    }
  }
}
