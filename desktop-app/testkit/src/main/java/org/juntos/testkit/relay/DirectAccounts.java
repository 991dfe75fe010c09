package org.juntos.testkit.relay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.Pin;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.AccountApi;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.LockProofs;
import org.juntos.engine.connection.LockState;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.relay.account.RegistrationLocks;
import org.juntos.relay.http.OfAccounts;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What belongs to accounts of an in-process relay.
final class DirectAccounts implements AccountApi {
  private static final String ADDRESS = "here";

  private final InProcessRelay relay;
  private final DirectApi api;

  DirectAccounts(InProcessRelay relay, DirectApi api) {
    this.relay = relay;
    this.api = api;
  }

  private OfAccounts roles() {
    return relay.services().ofAccounts();
  }

  /// What a device makes of a PIN, as the relay's records have it.
  static org.juntos.relay.account.LockProofs proofs(@Nullable LockProofs lock) {
    return lock == null
        ? org.juntos.relay.account.LockProofs.NONE
        : new org.juntos.relay.account.LockProofs(bytes(lock.shown()), bytes(lock.next()));
  }

  private static Bytes bytes(@Nullable SecretBytes proof) {
    return proof == null ? Bytes.EMPTY : proof.use(Bytes::of);
  }

  private static LockState state(RegistrationLocks.State state) {
    var account = state.account();
    return account == null
        ? LockState.NONE
        : new LockState(
            true, Pin.salt(account), state.heldFor(), state.triesLeft(), state.opened());
  }

  @Override
  public RelayResult<LockState> lock() throws IOException {
    return api.asDevice(device -> Verdict.granted(state(roles().locks().of(device.account()))));
  }

  @Override
  public RelayResult<LockState> setLock(SecretBytes proof) throws IOException {
    return api.asDevice(
        device -> roles().locks().set(device.account(), bytes(proof)).map(DirectAccounts::state));
  }

  @Override
  public RelayResult<Done> clearLock() throws IOException {
    return api.asDevice(device -> {
      roles().locks().clear(device.account());
      return Verdict.granted(new Done());
    });
  }

  @Override
  public RelayResult<LockState> tryLock(Admission admission, @Nullable SecretBytes proof)
      throws IOException {
    return Answers.result(
        roles().locks().attempt(admission.token(), bytes(proof)).map(DirectAccounts::state));
  }

  @Override
  public RelayResult<Done> move(Admission admission, @Nullable SecretBytes proof)
      throws IOException {
    return api.asDevice(device ->
        relay
            .services()
            .accounts()
            .move(device, admission.token(), bytes(proof))
            .map(_ -> new Done()));
  }

  @Override
  public RelayResult<Done> takeName(Bytes hash, Bytes proof) throws IOException {
    return api.asDevice(
        device -> roles().names().take(device.account(), hash, proof).map(_ -> new Done()));
  }

  @Override
  public RelayResult<Done> dropName() throws IOException {
    return api.asDevice(device -> {
      roles().names().drop(device.account());
      return Verdict.granted(new Done());
    });
  }

  @Override
  public RelayResult<AccountId> ownerOf(Bytes hash) throws IOException {
    return api.asDevice(device -> roles().names().owner(device.account(), ADDRESS, hash));
  }
}
