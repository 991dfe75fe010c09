package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.juntos.crypto.session.Bundles;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Groups of a relay. All but the credentials is asked over connections that share nothing with
/// those of the device: who asks shows that they are a member, and not who. As with every request,
/// repeating is safe and an [IOException] means that the outcome is unknown.
public interface GroupApi {
  /// The public side of the relay's keys for groups, and its signature.
  RelayResult<SignedWord> params() throws IOException;

  /// What this account proves with, today and on the days after, to be a member. Goes under its own
  /// name.
  RelayResult<List<Credential>> credentials() throws IOException;

  /// Makes a group.
  RelayResult<Answer> make(Shown shown, Bytes change) throws IOException;

  /// Changes a group.
  ///
  /// @param password of the invite link that it is made by; empty for members
  RelayResult<Answer> change(Shown shown, Bytes change, Bytes password) throws IOException;

  /// The group as it is.
  RelayResult<Answer> look(Shown shown) throws IOException;

  /// Changes from a revision on.
  RelayResult<Changes> changes(Shown shown, int from) throws IOException;

  /// What whoever has an invite link may see.
  RelayResult<Preview> preview(Shown shown, Bytes password) throws IOException;

  /// What is needed to start sessions with all devices of a member.
  ///
  /// @param token a leave to send to that account
  RelayResult<Bundles> bundles(AccountId account, Bytes token) throws IOException;

  /// @param day UTC, its first moment
  record Credential(Instant day, Bytes response) {}

  /// What is shown to be let at a group.
  ///
  /// @param group its public params
  /// @param presentation that this is a member, or may be one
  record Shown(Bytes group, Bytes presentation) {}

  /// @param state serialized
  /// @param head hash of the newest change
  /// @param endorsements leave to send to the members; empty for who may not
  record Answer(Bytes state, Bytes head, Bytes endorsements) {}

  /// @param changes serialized, in their order
  record Changes(List<Bytes> changes, boolean more) {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// @param state serialized
  /// @param head hash of the newest change
  /// @param requested whether this account has asked to come in already
  record Preview(Bytes state, Bytes head, boolean needsApproval, boolean requested) {}
}
