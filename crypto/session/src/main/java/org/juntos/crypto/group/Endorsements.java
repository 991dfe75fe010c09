package org.juntos.crypto.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsement;

/// The relay's leave to send to members of a group, without saying who sends.
public final class Endorsements {
  private final GroupSecrets group;
  private final Map<AccountId, GroupSendEndorsement> byAccount;
  private final Instant expiresAt;

  Endorsements(
      GroupSecrets group, Map<AccountId, GroupSendEndorsement> byAccount, Instant expiresAt) {
    this.group = group;
    this.byAccount = Map.copyOf(byAccount);
    this.expiresAt = expiresAt;
  }

  /// The relay's clock.
  public Instant expiresAt() {
    return expiresAt;
  }

  /// What lets in at exactly these accounts; null when one of them is not covered.
  public @Nullable Bytes token(Collection<AccountId> accounts) {
    var endorsements = new ArrayList<GroupSendEndorsement>(accounts.size());
    for (var account : accounts) {
      var endorsement = byAccount.get(account);
      if (endorsement == null) {
        return null;
      }
      endorsements.add(endorsement);
    }
    if (endorsements.isEmpty()) {
      return null;
    }
    var combined =
        endorsements.size() == 1
            ? endorsements.getFirst()
            : GroupSendEndorsement.combine(endorsements);
    return Bytes.of(combined.toFullToken(group.params(), expiresAt).serialize());
  }
}
