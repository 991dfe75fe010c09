package org.juntos.crypto.group;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.RelayWord;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.zkgroup.InvalidInputException;
import org.signal.libsignal.zkgroup.ServerPublicParams;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPni;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPniResponse;
import org.signal.libsignal.zkgroup.auth.ClientZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.UuidCiphertext;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsement;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsementsResponse;

/// The relay's keys for groups, as far as they are public: with its credentials a member proves to
/// be one without saying which account that is.
public final class GroupServer {
  private final ServerPublicParams params;

  private GroupServer(ServerPublicParams params) {
    this.params = params;
  }

  /// What the relay has signed under the root that was taken at registration; null when it has not.
  public static @Nullable GroupServer verified(Bytes trustRoot, Bytes params, Bytes signature) {
    if (!RelayWord.GROUPS.isSigned(trustRoot, params, signature)) {
      return null;
    }
    try {
      return new GroupServer(new ServerPublicParams(params.toArray()));
    } catch (InvalidInputException _) {
      return null;
    }
  }

  /// The credential in the relay's answer; null when it is none for this account and day. An
  /// account has no PNI of its own: its ACI stands for both.
  public @Nullable Bytes credential(AccountId own, Instant day, Bytes response) {
    try {
      var credential =
          new ClientZkAuthOperations(params)
              .receiveAuthCredentialWithPniAsServiceId(
                  GroupSecrets.aci(own),
                  new ServiceId.Pni(own.value()),
                  day.getEpochSecond(),
                  new AuthCredentialWithPniResponse(response.toArray()));
      return Bytes.of(credential.serialize());
    } catch (InvalidInputException | VerificationFailedException _) {
      return null;
    }
  }

  /// Proves to be who stands in the state of one group, and to nobody who.
  ///
  /// @param credential of today
  public Bytes presentation(GroupSecrets group, Bytes credential, SecureRandom random) {
    try {
      var shown =
          new ClientZkAuthOperations(params)
              .createAuthCredentialPresentation(
                  random, group.params(), new AuthCredentialWithPni(credential.toArray()));
      return Bytes.of(shown.serialize());
    } catch (InvalidInputException damaged) {
      throw new IllegalArgumentException("no credential", damaged);
    }
  }

  /// The relay's leave to send to members; null when it is not for exactly these.
  ///
  /// @param members of the state, in its order
  public @Nullable Endorsements endorsements(
      GroupSecrets group, Bytes response, List<Member> members, AccountId own, Instant now) {
    try {
      var ciphertexts = new ArrayList<UuidCiphertext>();
      for (var member : members) {
        ciphertexts.add(new UuidCiphertext(member.ciphertext().toArray()));
      }
      var self = new UuidCiphertext(group.member(own).toArray());
      var issued = new GroupSendEndorsementsResponse(response.toArray());
      var received = issued.receive(ciphertexts, self, now, params).endorsements();
      var byAccount = new HashMap<AccountId, GroupSendEndorsement>();
      for (int i = 0; i < members.size(); i++) {
        byAccount.put(members.get(i).account(), received.get(i));
      }
      return new Endorsements(group, byAccount, issued.getExpiration());
    } catch (InvalidInputException | VerificationFailedException _) {
      return null;
    }
  }
}
