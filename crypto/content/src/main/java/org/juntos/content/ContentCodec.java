package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import org.juntos.content.DecodeResult.Malformed;
import org.juntos.content.proto.Sealed;
import org.juntos.wire.Bytes;
import org.juntos.wire.Padding;
import org.juntos.wire.WireLimits;

/// Between [Content] and the bytes of `content.proto`, padded so that lengths say little.
public final class ContentCodec {
  /// Largest padded content: what the layers of encryption add still fits the envelope.
  public static final int MAX_PADDED_BYTES = WireLimits.MAX_CIPHERTEXT_BYTES - 16 * 1024;

  private ContentCodec() {}

  /// Writes `binding` and `content`, padded.
  ///
  /// @throws IllegalArgumentException when the content does not [fit][#fits]
  public static byte[] encode(Binding binding, Content content) {
    if (!fits(content)) {
      throw tooLarge();
    }
    var sealed = ContentWriter.write(content).setBinding(BindingFields.write(binding)).build();
    return Padding.pad(sealed.toByteArray());
  }

  /// Reads what [#encode] of this version or another wrote.
  public static DecodeResult decode(byte[] padded) {
    try {
      var sealed = Sealed.parseFrom(Padding.unpad(padded));
      return ContentReader.read(sealed);
    } catch (InvalidProtocolBufferException e) {
      return new Malformed("not a content message");
    } catch (MalformedContentException | IllegalArgumentException e) {
      return new Malformed(String.valueOf(e.getMessage()));
    }
  }

  /// Writes `content` without a binding, for a row of the outbox.
  ///
  /// @throws IllegalArgumentException when the content does not [fit][#fits], so that whatever is
  ///   in the outbox can be sealed
  public static Bytes encodeContent(Content content) {
    if (!fits(content)) {
      throw tooLarge();
    }
    return Bytes.of(ContentWriter.write(content).build().toByteArray());
  }

  /// Reads what [#encodeContent] wrote.
  public static Content decodeContent(Bytes bytes) throws MalformedContentException {
    try {
      var content = ContentReader.content(Sealed.parseFrom(bytes.buffer()));
      if (content == null) {
        throw new MalformedContentException("a content of an unknown kind");
      }
      return content;
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new MalformedContentException("not a content message");
    }
  }

  /// Whether `content` fits one envelope; only many attachments with large thumbnails do not.
  public static boolean fits(Content content) {
    int size = ContentWriter.write(content).build().getSerializedSize();
    return Padding.bucket(size + BindingFields.MAX_BYTES) <= MAX_PADDED_BYTES;
  }

  private static IllegalArgumentException tooLarge() {
    return new IllegalArgumentException("content does not fit one envelope");
  }
}
