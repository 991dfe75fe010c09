package org.juntos.engine.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;

/// Bodies in Protocol Buffers.
final class ProtobufBody {
  private static final MediaType TYPE = MediaType.get(Paths.PROTOBUF);

  private ProtobufBody() {}

  static RequestBody of(MessageLite message) {
    return RequestBody.create(message.toByteArray(), TYPE);
  }

  /// A message that is serialized already.
  static RequestBody of(Bytes message) {
    return RequestBody.create(message.toArray(), TYPE);
  }

  /// Reads an answer whole, unless it is longer than the contract allows.
  static <M> M read(Response answer, Parser<M> parser) throws IOException {
    return read(answer, WireLimits.MAX_BODY_OF_REQUEST_BYTES, parser);
  }

  /// The same for an answer of at most `most` bytes.
  static <M> M read(Response answer, int most, Parser<M> parser) throws IOException {
    var body = answer.body().source();
    if (body.request(most + 1L)) {
      throw new ContractException("answer too long");
    }
    try {
      return parser.parseFrom(body.readByteArray());
    } catch (InvalidProtocolBufferException e) {
      throw new ContractException("answer is not readable", e);
    }
  }
}
