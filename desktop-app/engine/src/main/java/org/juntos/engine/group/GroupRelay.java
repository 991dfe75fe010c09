package org.juntos.engine.group;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.crypto.group.Endorsements;
import org.juntos.crypto.group.GroupFacts;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.crypto.group.GroupServer;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What this account shows to the relay where groups are concerned. Credentials and leaves to send
/// are kept in memory: after a start they are asked for again. Thread-safe.
public final class GroupRelay {
  /// A leave that is nearly over is asked for anew.
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Self self;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Instant, Bytes> credentials = new HashMap<>();
  private final Map<ConversationId, Endorsements> leaves = new ConcurrentHashMap<>();
  private @Nullable GroupServer server;

  public GroupRelay(Self self, RelayApi relay, CryptoSource cryptos) {
    this.self = self;
    this.relay = relay;
    this.cryptos = cryptos;
  }

  GroupApi api() {
    return relay.groups();
  }

  /// What is shown to be let at a group.
  GroupApi.Shown shown(GroupSecrets group) throws IOException, NotNowException {
    lock.lock();
    try {
      var keys = server();
      var today = cryptos.clock().instant().truncatedTo(ChronoUnit.DAYS);
      var credential = credentials.get(today);
      if (credential == null) {
        fetch(keys);
        credential = credentials.get(today);
      }
      if (credential == null) {
        throw NotNowException.of("groups-unsigned");
      }
      return new GroupApi.Shown(
          group.publicParams(), keys.presentation(group, credential, cryptos.random()));
    } finally {
      lock.unlock();
    }
  }

  private GroupServer server() throws IOException, NotNowException {
    var known = server;
    if (known != null) {
      return known;
    }
    var said = ok(relay.groups().params(), "groups-off");
    var verified = GroupServer.verified(self.trustRoot(), said.message(), said.signature());
    if (verified == null) {
      throw NotNowException.of("groups-unsigned");
    }
    server = verified;
    return verified;
  }

  private static SignedWord ok(RelayResult<SignedWord> answer, String otherwise)
      throws NotNowException {
    if (answer instanceof RelayResult.Ok<SignedWord>(var said)) {
      return said;
    }
    throw NotNowException.of(otherwise);
  }

  private void fetch(GroupServer keys) throws IOException, NotNowException {
    switch (relay.groups().credentials()) {
      case RelayResult.Ok<List<GroupApi.Credential>>(var all) -> {
        credentials.clear();
        for (var one : all) {
          var credential = keys.credential(self.account(), one.day(), one.response());
          if (credential != null) {
            credentials.put(one.day(), credential);
          }
        }
      }
      case RelayResult.Refused<List<GroupApi.Credential>> refused ->
          throw NotNowException.of(refused);
    }
  }

  /// Keeps the leave that came with a state, if it is one.
  void keep(GroupSecrets group, GroupFacts facts, Bytes endorsements) {
    var keys = server;
    if (keys == null || endorsements.isEmpty()) {
      leaves.remove(group.conversation());
      return;
    }
    var now = cryptos.clock().instant();
    var leave = keys.endorsements(group, endorsements, facts.members(), self.account(), now);
    if (leave == null) {
      leaves.remove(group.conversation());
    } else {
      leaves.put(group.conversation(), leave);
    }
  }

  /// The leave of a group to send to exactly these; null when there is none now.
  @Nullable Bytes token(ConversationId group, Collection<AccountId> accounts) {
    var leave = leaves.get(group);
    if (leave == null || leave.expiresAt().minus(MARGIN).isBefore(cryptos.clock().instant())) {
      return null;
    }
    return leave.token(accounts);
  }

  /// The leave of a group is of no use any more.
  void forget(ConversationId group) {
    leaves.remove(group);
  }
}
