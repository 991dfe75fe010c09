package org.juntos.content;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.RetentionSet;
import org.juntos.content.proto.TimerTold;
import org.juntos.wire.AccountId;

/// Between `vanishing.proto` and the types of this package.
final class VanishingFields {
  private VanishingFields() {}

  static Timer timer(org.juntos.content.proto.Timer fields) {
    return new Timer(seconds(fields.getSeconds()), fields.getRevision(), fields.getByReader());
  }

  /// Unsigned on the wire: what is too long is refused by whoever takes it.
  static Duration seconds(int seconds) {
    return Duration.ofSeconds(Integer.toUnsignedLong(seconds));
  }

  static org.juntos.content.proto.Timer write(Timer timer) {
    return org.juntos.content.proto.Timer.newBuilder()
        .setSeconds(seconds(timer.after()))
        .setRevision(timer.revision())
        .setByReader(timer.byReader())
        .build();
  }

  private static int seconds(Duration after) {
    return Math.toIntExact(after.toSeconds());
  }

  static TimerSet set(org.juntos.content.proto.TimerSet fields) {
    return new TimerSet(timer(fields.getTimer()));
  }

  static org.juntos.content.proto.TimerSet write(TimerSet set) {
    return org.juntos.content.proto.TimerSet.newBuilder().setTimer(write(set.timer())).build();
  }

  static Linking told(TimerTold fields) {
    return new Linking.TimerTold(
        new ConversationId(BindingFields.id(fields.getConversation())),
        seconds(fields.getSeconds()),
        fields.getRevision(),
        new AccountId(BindingFields.id(fields.getAccount())));
  }

  static TimerTold write(Linking.TimerTold told) {
    return TimerTold.newBuilder()
        .setConversation(BindingFields.bytes(told.conversation().value()))
        .setSeconds(seconds(told.after()))
        .setRevision(told.revision())
        .setAccount(BindingFields.bytes(told.by().value()))
        .build();
  }

  static Linking retention(RetentionSet fields) throws MalformedContentException {
    var conversation =
        fields.getConversation().isEmpty()
            ? null
            : new ConversationId(BindingFields.id(fields.getConversation()));
    return new Linking.Retained(
        conversation, keeping(fields), ContentReader.time(fields.getAtMs()));
  }

  private static @Nullable Keeping keeping(RetentionSet fields) throws MalformedContentException {
    return switch (fields.getKind()) {
      case KIND_UNSPECIFIED -> null;
      case FOR_EVER -> Keeping.FOR_EVER;
      case DAYS -> new Keeping(fields.getDays());
      case UNRECOGNIZED -> throw new MalformedContentException("another way to keep history");
    };
  }

  static RetentionSet write(Linking.Retained retained) {
    var fields = RetentionSet.newBuilder().setAtMs(retained.decidedAt().toEpochMilli());
    if (retained.conversation() != null) {
      fields.setConversation(BindingFields.bytes(retained.conversation().value()));
    }
    var keep = retained.keep();
    if (keep != null) {
      fields.setKind(keep.isForEver() ? RetentionSet.Kind.FOR_EVER : RetentionSet.Kind.DAYS);
      fields.setDays(keep.days());
    }
    return fields.build();
  }
}
