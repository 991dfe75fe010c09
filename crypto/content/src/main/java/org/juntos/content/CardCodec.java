package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import org.juntos.content.proto.Message;
import org.juntos.wire.Bytes;

/// Between a [Card] and bytes, for a row of the store.
public final class CardCodec {
  private CardCodec() {}

  /// Writes a card.
  public static Bytes encode(Card card) {
    var fields = Message.newBuilder();
    CardWriter.write(card, fields);
    return Bytes.of(fields.build().toByteArray());
  }

  /// Reads what [#encode] of this version or an earlier one wrote.
  ///
  /// @throws IllegalStateException when nothing has written it
  public static Card decode(Bytes bytes) {
    try {
      var card = CardReader.card(Message.parseFrom(bytes.buffer()));
      if (card != null) {
        return card;
      }
    } catch (InvalidProtocolBufferException
        | MalformedContentException
        | IllegalArgumentException e) {
      throw new IllegalStateException("not a card", e);
    }
    throw new IllegalStateException("not a card");
  }
}
