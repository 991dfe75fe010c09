package org.juntos.relay.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ServiceId.Pni;
import org.signal.libsignal.zkgroup.ServerPublicParams;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPniResponse;
import org.signal.libsignal.zkgroup.auth.ClientZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsement;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsementsResponse;

class GroupAuthorityTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccountId ANA = new AccountId(UUID.randomUUID());
  private static final AccountId BEN = new AccountId(UUID.randomUUID());
  private static final AccountId EVE = new AccountId(UUID.randomUUID());

  private final ManualClock clock = new ManualClock(NOON);
  private final byte[] keys = GroupAuthority.newKeys();
  private final GroupAuthority authority = new GroupAuthority(keys, clock);
  private final GroupSecretParams group = GroupSecretParams.generate();

  private ServerPublicParams params() throws Exception {
    return new ServerPublicParams(authority.publicParams().toArray());
  }

  private Bytes group() {
    return Bytes.of(group.getPublicParams().serialize());
  }

  private Bytes name(AccountId account) {
    return Bytes.of(new ClientZkGroupCipher(group).encrypt(new Aci(account.value())).serialize());
  }

  private Bytes presentation(AccountId account, int day) throws Exception {
    var client = new ClientZkAuthOperations(params());
    var given = authority.credentials(account).get(day);
    var credential =
        client.receiveAuthCredentialWithPniAsServiceId(
            new Aci(account.value()),
            new Pni(account.value()),
            given.day().getEpochSecond(),
            new AuthCredentialWithPniResponse(given.response().toArray()));
    return Bytes.of(client.createAuthCredentialPresentation(group, credential).serialize());
  }

  @Test
  void a_member_is_known_by_the_name_in_the_group_and_by_nothing_else() throws Exception {
    assertEquals(name(ANA), authority.member(group(), presentation(ANA, 0)));
    var other = Bytes.of(GroupSecretParams.generate().getPublicParams().serialize());
    assertNull(authority.member(other, presentation(ANA, 0)));
    assertNull(authority.member(group(), Bytes.EMPTY));
    assertNull(authority.member(Bytes.EMPTY, presentation(ANA, 0)));
  }

  @Test
  void credentials_are_for_today_and_a_week() throws Exception {
    assertEquals(8, authority.credentials(ANA).size());
    var last = presentation(ANA, 7);
    assertNull(authority.member(group(), last));
    clock.advance(Duration.ofDays(7));
    assertNotNull(authority.member(group(), last));
    clock.advance(Duration.ofDays(3));
    assertNull(authority.member(group(), last));
  }

  @Test
  void those_who_have_other_keys_give_no_credentials_here() throws Exception {
    var foreign = new GroupAuthority(GroupAuthority.newKeys(), clock);
    assertNull(foreign.member(group(), presentation(ANA, 0)));
    var again = new GroupAuthority(keys, clock);
    assertEquals(name(ANA), again.member(group(), presentation(ANA, 0)), "kept keys");
    assertThrows(IllegalArgumentException.class, () -> new GroupAuthority(new byte[100], clock));
  }

  private Bytes token(List<AccountId> members, AccountId self, AccountId... to) throws Exception {
    var expiry = authority.expiry();
    var response = authority.endorse(members.stream().map(this::name).toList(), expiry);
    var ids = members.stream().<ServiceId>map(id -> new Aci(id.value())).toList();
    var received =
        new GroupSendEndorsementsResponse(response.toArray())
            .receive(ids, new Aci(self.value()), clock.instant(), group, params());
    var wanted = new ArrayList<GroupSendEndorsement>();
    for (var each : to) {
      wanted.add(received.endorsements().get(members.indexOf(each)));
    }
    return Bytes.of(GroupSendEndorsement.combine(wanted).toFullToken(group, expiry).serialize());
  }

  @Test
  void a_token_is_for_exactly_the_accounts_that_it_was_made_for() throws Exception {
    var both = token(List.of(ANA, BEN, EVE), ANA, BEN, EVE);
    assertTrue(authority.endorses(both, List.of(BEN, EVE)));
    assertTrue(authority.endorses(both, List.of(EVE, BEN)));
    assertFalse(authority.endorses(both, List.of(BEN)));
    assertFalse(authority.endorses(both, List.of(ANA, BEN, EVE)));
    assertFalse(authority.endorses(both, List.of()));
    assertFalse(authority.endorses(Bytes.EMPTY, List.of(BEN, EVE)));
    assertFalse(authority.endorses(token(List.of(ANA, BEN), ANA, BEN), List.of(EVE)));
  }

  @Test
  void a_token_is_over_at_the_end_of_the_day() throws Exception {
    var token = token(List.of(ANA, BEN), ANA, BEN);
    clock.advance(Duration.ofHours(12).minusMillis(1));
    assertTrue(authority.endorses(token, List.of(BEN)));
    clock.advance(Duration.ofMillis(1));
    assertFalse(authority.endorses(token, List.of(BEN)));
  }

  @Test
  void endorsements_last_as_short_as_clients_take() throws Exception {
    for (int minute = 0; minute < 24 * 60; minute += 30) {
      clock.advance(Duration.ofMinutes(30));
      var life = Duration.between(clock.instant(), authority.expiry());
      assertTrue(life.compareTo(Duration.ofHours(3)) >= 0, life::toString);
      assertTrue(life.compareTo(Duration.ofHours(27)) < 0, life::toString);
      token(List.of(ANA, BEN), ANA, BEN); // a client takes it
    }
  }

  @Test
  void only_names_that_can_be_endorsed_are_names() {
    assertTrue(GroupAuthority.isMember(name(ANA)));
    assertFalse(GroupAuthority.isMember(Bytes.of(new byte[65])));
    assertFalse(GroupAuthority.isMember(Bytes.of(new byte[64])));
    assertFalse(GroupAuthority.isMember(Bytes.ofHex("ff".repeat(65))));
  }
}
