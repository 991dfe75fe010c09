package org.juntos.relay;

import java.time.InstantSource;
import org.juntos.relay.access.EndorsedSends;
import org.juntos.relay.group.Groups;
import org.juntos.relay.http.OfGroups;
import org.juntos.relay.http.Signed;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;

/// Makes what belongs to groups.
final class GroupWiring {
  private static final String LABEL = "juntos group params v1";

  private GroupWiring() {}

  static OfGroups make(
      Store store,
      Mailboxes mailboxes,
      CertificateAuthority certificates,
      RelayLimits limits,
      InstantSource clock)
      throws StoreUnusableException {
    var kept = store.keys().readOrMake("groups", GroupAuthority::newKeys);
    var authority = new GroupAuthority(kept, clock);
    boolean unhurried = limits.askedPerDay() == Integer.MAX_VALUE;
    var pace = unhurried ? Groups.Pace.unhurried() : Groups.Pace.standard();
    var params = authority.publicParams();
    return new OfGroups(
        new Groups(store.groups(), authority, pace, clock),
        authority,
        new EndorsedSends(authority::endorses, mailboxes, unhurried, clock),
        new Signed(params, certificates.sign(LABEL, params)));
  }
}
