package org.juntos.engine.connection;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Small values between Protocol Buffers and our own types.
final class WireValues {
  private WireValues() {}

  static ByteString bytes(Bytes bytes) {
    return ByteString.copyFrom(bytes.buffer());
  }

  static ByteString bytes(byte[] bytes) {
    return ByteString.copyFrom(bytes);
  }

  static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }

  static ByteString id(UUID id) {
    return bytes(AccountId.bytes(id));
  }

  /// @throws IOException when it is no id: the relay does not keep the contract
  static UUID id(ByteString bytes) throws IOException {
    try {
      return AccountId.uuid(bytes(bytes));
    } catch (IllegalArgumentException e) {
      throw new ContractException("the relay sent a malformed id", e);
    }
  }

  static org.juntos.wire.proto.DeviceAddress device(DeviceAddress address) {
    return org.juntos.wire.proto.DeviceAddress.newBuilder()
        .setAccountId(bytes(address.account().bytes()))
        .setDeviceId(address.device())
        .build();
  }

  /// @throws IOException when it is no device: the relay does not keep the contract
  static DeviceAddress device(org.juntos.wire.proto.DeviceAddress address) throws IOException {
    try {
      return new DeviceAddress(new AccountId(id(address.getAccountId())), address.getDeviceId());
    } catch (IllegalArgumentException e) {
      throw new ContractException("the relay named an impossible device", e);
    }
  }
}
