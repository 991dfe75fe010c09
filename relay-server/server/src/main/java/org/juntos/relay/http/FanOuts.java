package org.juntos.relay.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.sealed.MultiRecipients;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.MultiSend;

/// Reads one message to many devices.
final class FanOuts {
  private FanOuts() {}

  static FanOut of(MultiSend send) throws BadRequestException {
    FromWire.id(send.getId());
    var message = MultiRecipients.parse(send.getMessage().toByteArray());
    if (message == null || message.recipients().isEmpty()) {
      throw BadRequestException.malformed("A message to many is sealed sender v2.");
    }
    int length = message.shared().size() + message.recipients().getFirst().head().size();
    if (message.recipients().size() > WireLimits.MAX_GROUP_MEMBERS
        || length > WireLimits.MAX_CIPHERTEXT_BYTES) {
      throw new BadRequestException(
          ErrorCode.TOO_LARGE, "A message to many has 1 to 1,000 recipients and 256 KiB for each.");
    }
    return new FanOut(message.shared(), copies(send, message));
  }

  private static List<FanOut.Copy> copies(MultiSend send, MultiRecipients message) {
    var sha = sha256();
    var copies = new ArrayList<FanOut.Copy>(message.recipients().size());
    for (var to : message.recipients()) {
      for (var device : to.devices()) {
        var address = new DeviceAddress(to.account(), device.number());
        var id = id(sha, send, address);
        copies.add(new FanOut.Copy(new Envelope(id, address, to.head()), device.registrationId()));
      }
    }
    return copies;
  }

  /// The id of the envelope of one device: it follows from that of the message, so that a retry
  /// repeats it.
  private static UUID id(MessageDigest sha, MultiSend send, DeviceAddress to) {
    sha.update(send.getId().asReadOnlyByteBuffer());
    sha.update(to.account().bytes().buffer());
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(to.device()).flip());
    return AccountId.uuid(Bytes.of(Arrays.copyOf(sha.digest(), AccountId.BYTES)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
