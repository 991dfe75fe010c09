package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.account.LinkedDevice;
import org.juntos.relay.account.LockProofs;
import org.juntos.relay.account.Registration;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.DeviceList;
import org.juntos.wire.proto.LinkDevice;
import org.juntos.wire.proto.OutgoingEnvelope;
import org.juntos.wire.proto.RegisterAccount;

/// Reads messages of the contract into the relay's own records, refusing what cannot be.
final class FromWire {
  private static final int MAX_REGISTRATION_ID = 0x3fff;

  private FromWire() {}

  static <T> T parse(Parser<T> parser, byte[] body) throws BadRequestException {
    try {
      return parser.parseFrom(body);
    } catch (InvalidProtocolBufferException _) {
      throw BadRequestException.malformed("The body is not the message that belongs here.");
    }
  }

  static Bytes bytes(ByteString value) {
    return Bytes.of(value.toByteArray());
  }

  static AccountId account(ByteString value) throws BadRequestException {
    if (value.size() != AccountId.BYTES) {
      throw BadRequestException.malformed("An account id has 16 bytes.");
    }
    return new AccountId(uuid(value));
  }

  /// Without a copy: every message has several.
  private static UUID uuid(ByteString value) {
    var buffer = value.asReadOnlyByteBuffer();
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static AccountId account(String text) throws BadRequestException {
    try {
      return AccountId.parse(text);
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("An account id is a UUID.");
    }
  }

  static UUID id(ByteString value) throws BadRequestException {
    if (value.size() != AccountId.BYTES) {
      throw BadRequestException.malformed("An envelope id has 16 bytes.");
    }
    return uuid(value);
  }

  static DeviceAddress device(ByteString account, int device) throws BadRequestException {
    var id = account(account);
    try {
      return new DeviceAddress(id, device);
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("A device id is 1 to 127.");
    }
  }

  static DeviceAddress device(org.juntos.wire.proto.DeviceAddress address)
      throws BadRequestException {
    return device(address.getAccountId(), address.getDeviceId());
  }

  static Envelope envelope(OutgoingEnvelope envelope) throws BadRequestException {
    var id = id(envelope.getId());
    var destination = device(envelope.getDestination());
    if (envelope.getCiphertext().isEmpty()) {
      throw BadRequestException.malformed("An envelope has a ciphertext.");
    }
    try {
      return new Envelope(id, destination, bytes(envelope.getCiphertext()));
    } catch (IllegalArgumentException _) {
      throw new BadRequestException(
          org.juntos.wire.ErrorCode.TOO_LARGE, "The ciphertext is too long.");
    }
  }

  /// What the header `name` has in base64url; empty when it is not there.
  static Bytes base64(Exchange exchange, String name) throws BadRequestException {
    var text = exchange.header(name);
    try {
      return text == null ? Bytes.EMPTY : Bytes.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("The header " + name + " is base64url.");
    }
  }

  static Bytes secret(ByteString value) throws BadRequestException {
    if (value.size() != Registration.SECRET_BYTES) {
      throw BadRequestException.malformed("A device secret has 32 bytes.");
    }
    return bytes(value);
  }

  /// Empty when there is none.
  static Bytes lockProof(ByteString value) throws BadRequestException {
    if (!value.isEmpty() && value.size() != WireLimits.LOCK_PROOF_BYTES) {
      throw BadRequestException.malformed("The proof of a PIN has 32 bytes.");
    }
    return bytes(value);
  }

  static LockProofs lockProofs(RegisterAccount message) throws BadRequestException {
    return new LockProofs(lockProof(message.getLockProof()), lockProof(message.getNextLockProof()));
  }

  static Registration registration(RegisterAccount message) throws BadRequestException {
    return new Registration(
        device(message.getAccountId(), message.getDeviceId()),
        registrationId(message.getRegistrationId()),
        bytes(message.getIdentityKey()),
        keys(message.getKeys()),
        deviceList(message.getDeviceList()),
        secret(message.getDeviceSecret()));
  }

  static LinkedDevice linkedDevice(AccountId account, LinkDevice message)
      throws BadRequestException {
    return new LinkedDevice(
        device(ToWire.bytes(account.bytes()), message.getDeviceId()),
        registrationId(message.getRegistrationId()),
        keys(message.getKeys()),
        deviceList(message.getDeviceList()),
        secret(message.getDeviceSecret()));
  }

  private static int registrationId(int registrationId) throws BadRequestException {
    if (registrationId < 1 || registrationId > MAX_REGISTRATION_ID) {
      throw BadRequestException.malformed("A registration id is 1 to 16383.");
    }
    return registrationId;
  }

  static SignedDeviceList deviceList(org.juntos.wire.proto.SignedDeviceList signed)
      throws BadRequestException {
    var list = parse(DeviceList.parser(), signed.getList().toByteArray());
    List<SignedDeviceList.Entry> entries = new ArrayList<>();
    for (var device : list.getDevicesList()) {
      entries.add(new SignedDeviceList.Entry(device.getId(), device.getRegistrationId()));
    }
    return new SignedDeviceList(
        bytes(signed.getList()),
        bytes(signed.getSignature()),
        account(list.getAccountId()),
        list.getRevision(),
        entries);
  }

  static DeviceKeys keys(org.juntos.wire.proto.DeviceKeys keys) {
    return new DeviceKeys(
        keys.hasSignedPrekey() ? signed(keys.getSignedPrekey()) : null,
        keys.hasLastResortKyberPrekey() ? signed(keys.getLastResortKyberPrekey()) : null,
        keys.getOneTimePrekeysList().stream()
            .map(key -> new OneTimePrekey(key.getId(), bytes(key.getPublicKey())))
            .toList(),
        keys.getOneTimeKyberPrekeysList().stream().map(FromWire::signed).toList());
  }

  private static SignedPrekey signed(org.juntos.wire.proto.SignedPrekey key) {
    return new SignedPrekey(key.getId(), bytes(key.getPublicKey()), bytes(key.getSignature()));
  }
}
