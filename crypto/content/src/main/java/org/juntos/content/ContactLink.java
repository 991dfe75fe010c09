package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
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
  private static final String PREFIX = "juntos://add/";

  private static final int VERSION = 1;

  private static final int CHECK_BYTES = 4;

  private static final int PIN_BYTES = 32;

  private static final int MAX_CHARACTERS = 4096;

  public ContactLink {
    name = WellFormed.name(name);
    relay = WellFormed.relay(relay);
    if (!PublicKeys.isSound(identityKey)) {
      throw new IllegalArgumentException("the identity key is not sound");
    }
    if (!relayPin.isEmpty() && relayPin.size() != PIN_BYTES) {
      throw new IllegalArgumentException("a pin has 32 bytes");
    }
    if (!isAddress(relay)) {
      throw new IllegalArgumentException("the relay is no http or https address");
    }
  }

  /// Reads the text that [#text()] writes, with any white space around or inside it.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  public static ContactLink parse(String text) throws MalformedLinkException {
    if (text.length() > MAX_CHARACTERS) {
      throw new MalformedLinkException("This text is too long for a contact link.");
    }
    var link = text.replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", "");
    if (!link.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      throw new MalformedLinkException("This is not a contact link: it starts with juntos://add/.");
    }
    return read(checked(link.substring(PREFIX.length())));
  }

  /// The text form.
  public String text() {
    var message = fields().toByteArray();
    var checked = Arrays.copyOf(message, message.length + CHECK_BYTES);
    System.arraycopy(check(message), 0, checked, message.length, CHECK_BYTES);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(checked);
  }

  private org.juntos.content.proto.ContactLink fields() {
    return org.juntos.content.proto.ContactLink.newBuilder()
        .setVersion(VERSION)
        .setAccountId(BindingFields.bytes(account.value()))
        .setIdentityKey(UnsafeByteOperations.unsafeWrap(identityKey.buffer()))
        .setRelay(relay)
        .setRelayPin(UnsafeByteOperations.unsafeWrap(relayPin.buffer()))
        .setName(name)
        .build();
  }

  private static byte[] checked(String base64) throws MalformedLinkException {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw damaged();
    }
    int size = bytes.length - CHECK_BYTES;
    if (size <= 0) {
      throw damaged();
    }
    var message = Arrays.copyOf(bytes, size);
    if (!Arrays.equals(check(message), Arrays.copyOfRange(bytes, size, bytes.length))) {
      throw damaged();
    }
    return message;
  }

  private static ContactLink read(byte[] message) throws MalformedLinkException {
    try {
      var fields = org.juntos.content.proto.ContactLink.parseFrom(message);
      if (fields.getVersion() > VERSION) {
        throw new MalformedLinkException("This contact link needs a newer version of Juntos.");
      }
      if (fields.getVersion() != VERSION) {
        throw new IllegalArgumentException("no version");
      }
      return new ContactLink(
          new AccountId(BindingFields.id(fields.getAccountId())),
          Bytes.of(fields.getIdentityKey().toByteArray()),
          fields.getRelay(),
          Bytes.of(fields.getRelayPin().toByteArray()),
          fields.getName());
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw new MalformedLinkException(
          "This contact link was not made by Juntos: ask for another.");
    }
  }

  private static MalformedLinkException damaged() {
    return new MalformedLinkException("This contact link is incomplete: copy all of it again.");
  }

  private static byte[] check(byte[] message) {
    return Arrays.copyOf(ConversationId.sha256().digest(message), CHECK_BYTES);
  }

  private static boolean isAddress(String relay) {
    try {
      var uri = new URI(relay);
      var http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
