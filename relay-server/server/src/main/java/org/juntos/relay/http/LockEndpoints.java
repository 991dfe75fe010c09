package org.juntos.relay.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.juntos.relay.account.RegistrationLocks;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.RegistrationLock;
import org.juntos.wire.proto.SetRegistrationLock;
import org.juntos.wire.proto.TryRegistrationLock;

/// Registration locks: of one's own account, and of the one that stands in the way of a new one.
final class LockEndpoints {
  private static final String SALT_LABEL = "juntos lock account v1";
  private static final int SALT_BYTES = 16;

  private static final About SET =
      About.says("Locks the account of the device that asks with a PIN, or with another one.")
          .takes(SetRegistrationLock.class)
          .gives(200, RegistrationLock.class)
          .refuses(ErrorCode.NOT_FOUND);
  private static final About OWN =
      About.says("Tells how the lock of one's own account stands.")
          .gives(200, RegistrationLock.class);
  private static final About CLEAR =
      About.says("Takes the lock of one's own account away.").gives(204, "There is none any more.");
  private static final About TRY =
      About.says(
              "Tells whoever was let in whether the account of their number or address is locked,"
                  + " and whether a PIN opens it; a wrong one costs a try.")
          .takes(TryRegistrationLock.class)
          .gives(200, RegistrationLock.class)
          .refuses(ErrorCode.ADMISSION_INVALID);

  private final RegistrationLocks locks;

  LockEndpoints(RegistrationLocks locks) {
    this.locks = locks;
  }

  List<Route> routes() {
    return List.of(
        Route.authenticated("PUT", Paths.LOCK, this::set).about(SET),
        Route.authenticated("GET", Paths.LOCK, this::own).about(OWN),
        Route.authenticated("DELETE", Paths.LOCK, this::clear).about(CLEAR),
        Route.open("POST", Paths.LOCK, this::attempt).about(TRY));
  }

  private Answer set(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(SetRegistrationLock.parser(), exchange.body());
    var proof = FromWire.lockProof(message.getProof());
    if (proof.isEmpty()) {
      throw BadRequestException.malformed("A lock needs a proof.");
    }
    return Answer.of(locks.set(device.account(), proof), LockEndpoints::answer);
  }

  private Answer own(Exchange exchange, DeviceAddress device) throws IOException {
    return answer(locks.of(device.account()));
  }

  private Answer clear(Exchange exchange, DeviceAddress device) throws IOException {
    locks.clear(device.account());
    return new Answer.Empty(204, Map.of());
  }

  private Answer attempt(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(TryRegistrationLock.parser(), exchange.body());
    return Answer.of(
        locks.attempt(message.getAdmissionToken(), FromWire.lockProof(message.getProof())),
        LockEndpoints::answer);
  }

  private static Answer answer(RegistrationLocks.State state) {
    var account = state.account();
    var message =
        RegistrationLock.newBuilder()
            .setLocked(account != null)
            .setHeldForMs(state.heldFor().toMillis())
            .setTriesLeft(state.triesLeft())
            .setOpened(state.opened());
    if (account != null) {
      message.setSalt(ToWire.bytes(salt(account)));
    }
    return new Answer.Message(200, message.build());
  }

  /// Tells nothing of the account to whoever does not know its id.
  private static Bytes salt(AccountId account) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(SALT_LABEL.getBytes(StandardCharsets.US_ASCII));
      return Bytes.of(Arrays.copyOf(digest.digest(account.bytes().toArray()), SALT_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
