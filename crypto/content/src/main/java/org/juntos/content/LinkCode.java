package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.wire.Bytes;

/// What a new device shows, as text or QR code, to a device of the account that it wants to join.
/// The text is `juntos://link/` and `LinkCode` of `linking.proto` as in a [ContactLink].
///
/// @param relay http or https address of the relay
/// @param relayPin as in a contact link
/// @param mailbox id of a provisioning mailbox of that relay
/// @param publicKey made for this code; what is put into the mailbox is sealed to it
/// @param registrationId of the new device
/// @param deviceName what the person calls it
public record LinkCode(
    String relay,
    Bytes relayPin,
    Bytes mailbox,
    Bytes publicKey,
    int registrationId,
    String deviceName) {
  private static final LinkText TEXT = new LinkText("juntos://link/", "link code");

  private static final int VERSION = 1;

  private static final int MAILBOX_BYTES = 16;

  private static final int MAX_REGISTRATION_ID = 0x3fff;

  public LinkCode {
    relay = WellFormed.relay(relay);
    deviceName = WellFormed.name(deviceName);
    LinkText.requireRelay(relay, relayPin);
    if (mailbox.size() != MAILBOX_BYTES) {
      throw new IllegalArgumentException("a mailbox has an id of 16 bytes");
    }
    if (!PublicKeys.isSound(publicKey)) {
      throw new IllegalArgumentException("the public key is not sound");
    }
    if (registrationId < 1 || registrationId > MAX_REGISTRATION_ID) {
      throw new IllegalArgumentException("impossible registration id: " + registrationId);
    }
  }

  /// Reads the text that [#text()] writes, with any white space around or inside it.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  public static LinkCode parse(String text) throws MalformedLinkException {
    var message = TEXT.read(text);
    try {
      var fields = org.juntos.content.proto.LinkCode.parseFrom(message);
      TEXT.requireVersion(fields.getVersion(), VERSION);
      return new LinkCode(
          fields.getRelay(),
          Bytes.of(fields.getRelayPin().toByteArray()),
          Bytes.of(fields.getMailbox().toByteArray()),
          Bytes.of(fields.getPublicKey().toByteArray()),
          fields.getRegistrationId(),
          fields.getDeviceName());
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw TEXT.notOurs();
    }
  }

  /// The text form.
  public String text() {
    return TEXT.write(
        org.juntos.content.proto.LinkCode.newBuilder()
            .setVersion(VERSION)
            .setRelay(relay)
            .setRelayPin(UnsafeByteOperations.unsafeWrap(relayPin.buffer()))
            .setMailbox(UnsafeByteOperations.unsafeWrap(mailbox.buffer()))
            .setPublicKey(UnsafeByteOperations.unsafeWrap(publicKey.buffer()))
            .setRegistrationId(registrationId)
            .setDeviceName(deviceName)
            .build()
            .toByteArray());
  }
}
