package org.juntos.relay.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.SealedSenderMultiRecipientMessage;
import org.signal.libsignal.protocol.SealedSenderMultiRecipientMessage.Recipient;
import org.signal.libsignal.protocol.ServiceId.Aci;

/// Takes libsignal's sealed sender v2 message for many recipients apart: what each gets by itself,
/// and what all have in common.
///
/// @param shared end of the message of each recipient
public record MultiRecipients(Bytes shared, List<To> recipients) {
  /// First byte of a sealed sender v2 message for one recipient.
  private static final byte VERSION = 0x22;

  private static final int OFFSETS_AT = 1;

  public MultiRecipients {
    recipients = List.copyOf(recipients);
  }

  /// One account.
  ///
  /// @param head begin of its message, the same for all of its devices
  public record To(AccountId account, Bytes head, List<Device> devices) {
    public To {
      devices = List.copyOf(devices);
    }
  }

  /// One device, as the sender knows it.
  ///
  /// @param number 1 to 127
  public record Device(int number, int registrationId) {}

  /// Takes `message` apart; null when it is none, leaves somebody out, or is for somebody who is no
  /// account.
  public static @Nullable MultiRecipients parse(byte[] message) {
    try {
      var parsed = SealedSenderMultiRecipientMessage.parse(message);
      return parsed.getExcludedRecipients().isEmpty() ? parts(parsed, message) : null;
    } catch (InvalidMessageException | InvalidVersionException _) {
      return null;
    }
  }

  private static @Nullable MultiRecipients parts(
      SealedSenderMultiRecipientMessage parsed, byte[] message) {
    var recipients = new ArrayList<To>(parsed.getRecipients().size());
    int sharedAt = message.length;
    int headBytes = 0;
    for (var entry : parsed.getRecipients().entrySet()) {
      if (!(entry.getKey() instanceof Aci account) || !areDevices(entry.getValue())) {
        return null;
      }
      // where the parts lie; libsignal's own way to them copies the shared part for each recipient
      var view = ByteBuffer.wrap(parsed.serializedRecipientView(entry.getValue()), OFFSETS_AT, 12);
      sharedAt = view.getInt();
      int headAt = view.getInt();
      var head = ByteBuffer.allocate(1 + view.getInt());
      if (headBytes != 0 && headBytes != head.capacity()) {
        return null; // libsignal's are all alike
      }
      headBytes = head.capacity();
      head.put(VERSION).put(message, headAt, head.remaining());
      recipients.add(
          new To(
              new AccountId(account.getRawUUID()),
              Bytes.of(head.array()),
              devices(entry.getValue())));
    }
    return new MultiRecipients(
        Bytes.of(Arrays.copyOfRange(message, sharedAt, message.length)), recipients);
  }

  private static boolean areDevices(Recipient recipient) {
    var numbers = recipient.getDevices();
    for (byte number : numbers) {
      if (number < 1) {
        return false;
      }
    }
    return numbers.length > 0;
  }

  private static List<Device> devices(Recipient recipient) {
    return recipient
        .getDevicesAndRegistrationIds()
        .map(pair -> new Device(pair.getFirst(), pair.getSecond()))
        .toList();
  }
}
