package org.juntos.engine.connection;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.MoveAccount;
import org.juntos.wire.proto.RegistrationLock;
import org.juntos.wire.proto.SetRegistrationLock;
import org.juntos.wire.proto.TakeUserName;
import org.juntos.wire.proto.TryRegistrationLock;
import org.juntos.wire.proto.UserNameOwner;

/// What belongs to accounts, over OkHttp.
record HttpAccounts(Exchange open, AuthorizedExchange authorized) implements AccountApi {
  @Override
  public RelayResult<LockState> lock() throws IOException {
    return authorized.send(authorized.request(Paths.LOCK), HttpAccounts::state);
  }

  @Override
  public RelayResult<LockState> setLock(SecretBytes proof) throws IOException {
    var body = SetRegistrationLock.newBuilder().setProof(bytes(proof)).build();
    return authorized.send(
        authorized.request(Paths.LOCK).put(ProtobufBody.of(body)), HttpAccounts::state);
  }

  @Override
  public RelayResult<Done> clearLock() throws IOException {
    return authorized.send(authorized.request(Paths.LOCK).delete(), _ -> new Done());
  }

  @Override
  public RelayResult<LockState> tryLock(Admission admission, @Nullable SecretBytes proof)
      throws IOException {
    var body =
        TryRegistrationLock.newBuilder()
            .setAdmissionToken(admission.token())
            .setProof(bytes(proof))
            .build();
    return open.send(
        open.request(Paths.LOCK).post(ProtobufBody.of(body)).build(), HttpAccounts::state);
  }

  private static LockState state(okhttp3.Response answer) throws IOException {
    var lock = ProtobufBody.read(answer, RegistrationLock.parser());
    return new LockState(
        lock.getLocked(),
        WireValues.bytes(lock.getSalt()),
        Duration.ofMillis(lock.getHeldForMs()),
        lock.getTriesLeft(),
        lock.getOpened());
  }

  @Override
  public RelayResult<Done> move(Admission admission, @Nullable SecretBytes proof)
      throws IOException {
    var body =
        MoveAccount.newBuilder()
            .setAdmissionToken(admission.token())
            .setLockProof(bytes(proof))
            .build();
    return authorized.send(
        authorized.request(Paths.ADMISSION).put(ProtobufBody.of(body)), _ -> new Done());
  }

  static ByteString bytes(@Nullable SecretBytes proof) {
    return proof == null ? ByteString.EMPTY : proof.use(WireValues::bytes);
  }

  @Override
  public RelayResult<Done> takeName(Bytes hash, Bytes proof) throws IOException {
    var body =
        TakeUserName.newBuilder()
            .setHash(WireValues.bytes(hash))
            .setProof(WireValues.bytes(proof))
            .build();
    return authorized.send(
        authorized.request(Paths.USER_NAME).put(ProtobufBody.of(body)), _ -> new Done());
  }

  @Override
  public RelayResult<Done> dropName() throws IOException {
    return authorized.send(authorized.request(Paths.USER_NAME).delete(), _ -> new Done());
  }

  @Override
  public RelayResult<AccountId> ownerOf(Bytes hash) throws IOException {
    var name = Base64.getUrlEncoder().withoutPadding().encodeToString(hash.toArray());
    return authorized.send(
        authorized.request(Paths.USER_NAMES, name),
        answer ->
            new AccountId(
                WireValues.id(ProtobufBody.read(answer, UserNameOwner.parser()).getAccountId())));
  }
}
