package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What one person gives another, as text or QR code, to be added: who they are, the key that
/// proves it, and where they can be reached.
///
/// The text is `juntos://add/` and, in base64url, the `ContactLink` of `content.proto` followed by
/// the first four bytes of its SHA-256, so that a link that was cut or mistyped is noticed.
///
/// @param identityKey 33 bytes, of high order
/// @param relay http or https address of the relay
/// @param relayPin SHA-256 of the relay's TLS public key (SPKI); empty when its certificate is
///   publicly trusted or it has no TLS
/// @param name what they go by; may be empty
public record ContactLink(
    AccountId account, Bytes identityKey, String relay, Bytes relayPin, String name) {
  private static final LinkText TEXT = new LinkText("juntos://add/", "contact link");

  private static final int VERSION = 1;

  public ContactLink {
    name = WellFormed.name(name);
    relay = WellFormed.relay(relay);
    if (!PublicKeys.isSound(identityKey)) {
      throw new IllegalArgumentException("the identity key is not sound");
    }
    LinkText.requireRelay(relay, relayPin);
  }

  /// Reads the text that [#text()] writes, with any white space around or inside it.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  public static ContactLink parse(String text) throws MalformedLinkException {
    var message = TEXT.read(text);
    try {
      var fields = org.juntos.content.proto.ContactLink.parseFrom(message);
      TEXT.requireVersion(fields.getVersion(), VERSION);
      return new ContactLink(
          new AccountId(BindingFields.id(fields.getAccountId())),
          Bytes.of(fields.getIdentityKey().toByteArray()),
          fields.getRelay(),
          Bytes.of(fields.getRelayPin().toByteArray()),
          fields.getName());
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw TEXT.notOurs();
    }
  }

  /// The text form.
  public String text() {
    return TEXT.write(
        org.juntos.content.proto.ContactLink.newBuilder()
            .setVersion(VERSION)
            .setAccountId(BindingFields.bytes(account.value()))
            .setIdentityKey(UnsafeByteOperations.unsafeWrap(identityKey.buffer()))
            .setRelay(relay)
            .setRelayPin(UnsafeByteOperations.unsafeWrap(relayPin.buffer()))
            .setName(name)
            .build()
            .toByteArray());
  }
}
