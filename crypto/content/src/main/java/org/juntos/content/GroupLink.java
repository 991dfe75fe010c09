package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import org.juntos.wire.Bytes;

/// What is given to others, as text or QR code, so that they can come into a group.
///
/// The text is `juntos://group/` and `GroupLink` of `groups.proto` as in a [ContactLink].
///
/// @param relay http or https address of the relay
/// @param relayPin as in a contact link
/// @param password 16 bytes, of which the relay knows the hash
/// @param revision of the group when the link was made
public record GroupLink(String relay, Bytes relayPin, GroupKey key, Bytes password, int revision) {
  private static final LinkText TEXT = new LinkText("juntos://group/", "group link");

  private static final int VERSION = 1;

  private static final int PASSWORD_BYTES = 16;

  public GroupLink {
    relay = WellFormed.relay(relay);
    LinkText.requireRelay(relay, relayPin);
    if (password.size() != PASSWORD_BYTES || revision < 0) {
      throw new IllegalArgumentException("a password has 16 bytes");
    }
  }

  /// Reads the text that [#text()] writes, with any white space around or inside it.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  public static GroupLink parse(String text) throws MalformedLinkException {
    var message = TEXT.read(text);
    try {
      var fields = org.juntos.content.proto.GroupLink.parseFrom(message);
      TEXT.requireVersion(fields.getVersion(), VERSION);
      return new GroupLink(
          fields.getRelay(),
          Bytes.of(fields.getRelayPin().toByteArray()),
          new GroupKey(Bytes.of(fields.getMasterKey().toByteArray())),
          Bytes.of(fields.getPassword().toByteArray()),
          fields.getRevision());
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw TEXT.notOurs();
    }
  }

  /// The text form.
  public String text() {
    return TEXT.write(
        org.juntos.content.proto.GroupLink.newBuilder()
            .setVersion(VERSION)
            .setRelay(relay)
            .setRelayPin(UnsafeByteOperations.unsafeWrap(relayPin.buffer()))
            .setMasterKey(UnsafeByteOperations.unsafeWrap(key.value().buffer()))
            .setPassword(UnsafeByteOperations.unsafeWrap(password.buffer()))
            .setRevision(revision)
            .build()
            .toByteArray());
  }

  /// Does not tell what lets in.
  @Override
  public String toString() {
    return "GroupLink(" + relay + ")";
  }
}
