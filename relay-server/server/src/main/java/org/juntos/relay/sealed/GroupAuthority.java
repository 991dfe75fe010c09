package org.juntos.relay.sealed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ServiceId.Pni;
import org.signal.libsignal.zkgroup.InvalidInputException;
import org.signal.libsignal.zkgroup.ServerSecretParams;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.auth.AuthCredentialPresentation;
import org.signal.libsignal.zkgroup.auth.ServerZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.GroupPublicParams;
import org.signal.libsignal.zkgroup.groups.UuidCiphertext;
import org.signal.libsignal.zkgroup.groupsend.GroupSendDerivedKeyPair;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsementsResponse;
import org.signal.libsignal.zkgroup.groupsend.GroupSendFullToken;

/// The relay's zkgroup keys: gives accounts credentials, and tells members of groups from others
/// without learning which accounts they are.
///
/// Nothing that is kept depends on these keys: states of groups do not, credentials last a week at
/// most, endorsements little more than a day. So the keys may be made anew whenever somebody else
/// may have them, and clients fetch everything again. Thread-safe.
public final class GroupAuthority {
  /// Today and seven days more, as many as libsignal takes.
  private static final int CREDENTIAL_DAYS = 8;

  /// Clients refuse endorsements that last less than two hours; an hour is for clocks that differ.
  private static final Duration LEAST_LIFE = Duration.ofHours(3);

  private static final int MOST_BYTES = 4 * 1024;

  /// The neutral element, which adds nothing to what is endorsed, and where in a name the point
  /// lies that is.
  private static final int POINT_BYTES = 32;

  private static final byte[] NO_POINT = new byte[POINT_BYTES];
  private static final int ENDORSED_FROM = 1;
  private static final int ENDORSED_TO = ENDORSED_FROM + POINT_BYTES;

  private final ServerSecretParams secret;
  private final ServerZkAuthOperations credentials;
  private final InstantSource clock;
  private final Map<Instant, GroupSendDerivedKeyPair> pairs = new ConcurrentHashMap<>();

  /// Hashes of tokens that were looked at and hold, each with its accounts: members send many
  /// messages with one, and to look costs as much for each account as to store a message.
  private final Cache<Bytes, Boolean> held =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofDays(2)).build();

  /// @param kept what [#newKeys] made
  /// @throws IllegalArgumentException when it is damaged
  public GroupAuthority(byte[] kept, InstantSource clock) {
    try {
      this.secret = new ServerSecretParams(kept);
    } catch (InvalidInputException
        | AssertionError damaged) { // libsignal declares the one, throws both
      throw new IllegalArgumentException("the group keys are damaged", damaged);
    }
    this.credentials = new ServerZkAuthOperations(secret);
    this.clock = clock;
  }

  /// Fresh keys, in the form to keep.
  public static byte[] newKeys() {
    return ServerSecretParams.generate().serialize();
  }

  /// What clients check the relay's answers with.
  public Bytes publicParams() {
    return Bytes.of(secret.getPublicParams().serialize());
  }

  /// A credential of one day.
  public record Credential(Instant day, Bytes response) {}

  /// Credentials of `account` for today and the days after.
  public List<Credential> credentials(AccountId account) {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    var issued = new ArrayList<Credential>(CREDENTIAL_DAYS);
    for (int i = 0; i < CREDENTIAL_DAYS; i++) {
      var day = today.plus(Duration.ofDays(i));
      // an account here has one id, so it stands in for the other one of libsignal too
      var response =
          credentials.issueAuthCredentialWithPniZkc(
              new Aci(account.value()), new Pni(account.value()), day);
      issued.add(new Credential(day, Bytes.of(response.serialize())));
    }
    return issued;
  }

  /// The name in `group` of whoever shows `presentation`; null when it does not hold.
  ///
  /// @param group serialized GroupPublicParams
  /// @param presentation serialized AuthCredentialPresentation
  public @Nullable Bytes member(Bytes group, Bytes presentation) {
    if (group.size() != WireLimits.GROUP_PUBLIC_PARAMS_BYTES || presentation.size() > MOST_BYTES) {
      return null;
    }
    try {
      var shown = new AuthCredentialPresentation(presentation.toArray());
      credentials.verifyAuthCredentialPresentation(
          new GroupPublicParams(group.toArray()), shown, clock.instant());
      return Bytes.of(shown.getUuidCiphertext().serialize());
    } catch (InvalidInputException | VerificationFailedException _) {
      return null;
    }
  }

  /// Whether these bytes can be the name of a member at all.
  public static boolean isMember(Bytes name) {
    try {
      return name.size() == WireLimits.GROUP_MEMBER_BYTES
          && !Arrays.equals(name.toArray(), ENDORSED_FROM, ENDORSED_TO, NO_POINT, 0, POINT_BYTES)
          && Bytes.of(new UuidCiphertext(name.toArray()).serialize()).equals(name);
    } catch (InvalidInputException _) {
      return false;
    }
  }

  /// When endorsements that are given now are over: as soon as clients take, at a day's end, UTC.
  public Instant expiry() {
    var tonight = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    return clock.instant().plus(LEAST_LIFE).isAfter(tonight)
        ? tonight.plus(Duration.ofDays(1))
        : tonight;
  }

  /// Endorses the members of a group towards each other, until `expiry`.
  ///
  /// @param members names for which [#isMember] holds
  public Bytes endorse(Collection<Bytes> members, Instant expiry) {
    var names = new ArrayList<UuidCiphertext>(members.size());
    try {
      for (var member : members) {
        names.add(new UuidCiphertext(member.toArray()));
      }
    } catch (InvalidInputException impossible) {
      throw new IllegalArgumentException("no name of a member", impossible);
    }
    return Bytes.of(GroupSendEndorsementsResponse.issue(names, pair(expiry)).serialize());
  }

  private GroupSendDerivedKeyPair pair(Instant expiry) {
    pairs.keySet().removeIf(known -> !known.isAfter(clock.instant()));
    return pairs.computeIfAbsent(expiry, day -> GroupSendDerivedKeyPair.forExpiration(day, secret));
  }

  /// Whether `token` endorses sending to exactly `accounts`, now.
  ///
  /// @param token serialized GroupSendFullToken
  /// @param accounts each once
  public boolean endorses(Bytes token, Collection<AccountId> accounts) {
    if (accounts.isEmpty() || token.size() > MOST_BYTES) {
      return false;
    }
    try {
      var shown = new GroupSendFullToken(token.toArray());
      var expiry = shown.getExpiration();
      if (!mayBeGiven(expiry)) {
        return false;
      }
      var key = hash(token, accounts);
      if (held.getIfPresent(key) == null) {
        shown.verify(names(accounts), clock.instant(), pair(expiry));
        held.put(key, true);
      }
      return true;
    } catch (InvalidInputException | VerificationFailedException _) {
      return false;
    }
  }

  private boolean mayBeGiven(Instant expiry) {
    return expiry.equals(expiry.truncatedTo(ChronoUnit.DAYS))
        && expiry.isAfter(clock.instant())
        && !expiry.isAfter(expiry());
  }

  private static Bytes hash(Bytes token, Collection<AccountId> accounts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(token.buffer());
      accounts.forEach(account -> sha.update(account.bytes().buffer()));
      return Bytes.of(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  private static List<ServiceId> names(Collection<AccountId> accounts) {
    return accounts.stream().<ServiceId>map(account -> new Aci(account.value())).toList();
  }
}
