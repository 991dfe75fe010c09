package org.juntos.relay.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;

/// Messages of the contract with something in every field: what a fuzzer begins with.
final class Filled {
  private static final int DEPTH = 4;
  private static final int BYTES = 16;

  private Filled() {}

  /// @param variant which one of alternatives is there
  static byte[] of(Class<? extends MessageLite> type, int variant) {
    return message(descriptor(type), variant, DEPTH).toByteArray();
  }

  private static Descriptor descriptor(Class<? extends MessageLite> type) {
    try {
      return (Descriptor) type.getMethod("getDescriptor").invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no message of the contract: " + type, impossible);
    }
  }

  private static Message message(Descriptor type, int variant, int depth) {
    var message = DynamicMessage.newBuilder(type);
    for (var field : type.getFields()) {
      if (isThere(field, variant) && (depth > 0 || !isMessage(field))) {
        if (field.isRepeated()) {
          message.addRepeatedField(field, value(field, variant, depth));
          message.addRepeatedField(field, value(field, variant + 1, depth));
        } else {
          message.setField(field, value(field, variant, depth));
        }
      }
    }
    return message.build();
  }

  private static boolean isThere(FieldDescriptor field, int variant) {
    var oneof = field.getRealContainingOneof();
    return oneof == null || oneof.getFields().indexOf(field) == variant % oneof.getFieldCount();
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }

  private static Object value(FieldDescriptor field, int variant, int depth) {
    return switch (field.getJavaType()) {
      case MESSAGE -> message(field.getMessageType(), variant, depth - 1);
      case STRING -> "+49151123456" + variant;
      case BYTE_STRING -> ByteString.copyFrom(new byte[BYTES]);
      case INT -> 1 + variant;
      case LONG -> 1L + variant;
      case BOOLEAN -> true;
      case ENUM -> field.getEnumType().getValues().getLast();
      case FLOAT, DOUBLE -> throw new IllegalStateException("the contract has none");
    };
  }
}
