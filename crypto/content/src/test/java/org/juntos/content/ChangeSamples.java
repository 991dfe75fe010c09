package org.juntos.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.wire.DeviceAddress;

/// What people do to messages.
final class ChangeSamples {
  static final MessageName MESSAGE = new MessageName(Samples.BOB, new MessageId(new UUID(9, 10)));

  private ChangeSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("reaction", change(new MessageChange.Deed.Reaction("\uD83D\uDC4D\uD83C\uDFFD")));
    golden.put("reaction-taken-back", change(new MessageChange.Deed.Reaction("")));
    golden.put("edit", change(new MessageChange.Deed.Edit("see you at nine")));
    golden.put("deletion", change(deletion()));
    golden.put("forgotten-change", change(new MessageChange.Deed.Forgotten()));
    golden.put("pin", change(new MessageChange.Deed.Pin(true)));
    golden.put("pin-taken-off", change(new MessageChange.Deed.Pin(false)));
    golden.put(
        "forwarded-silent",
        new Content.Message(
            "see you at eight",
            Samples.NOON,
            List.of(),
            null,
            null,
            Timer.NONE,
            new Manner(true, true)));
    golden.put(
        "messages-starred",
        new Linking.Starred(
            List.of(
                new Linking.Starred.Star(MESSAGE, true, Samples.NOON),
                new Linking.Starred.Star(MESSAGE, false, Samples.NOON.plusSeconds(1)))));
    golden.put("reply", reply("the excerpt \u2026", Attachment.Kind.IMAGE));
    golden.put("reply-to-text", reply("see you at eight"));
    golden.put("reply-to-album", reply("", Attachment.Kind.IMAGE, Attachment.Kind.VIDEO));
    golden.put(
        "change-copy",
        new Linking.Changed(
            ConversationId.ofTwo(Samples.ALICE, Samples.BOB),
            new DeviceAddress(Samples.ALICE, 3),
            7L << 21,
            new MessageId(new UUID(11, 12)),
            change(new MessageChange.Deed.Reaction("\u2764\uFE0F"))));
    golden.put(
        "messages-hidden",
        new Linking.Hidden(ConversationId.ofTwo(Samples.ALICE, Samples.BOB), List.of(MESSAGE)));
  }

  static MessageChange change(MessageChange.Deed deed) {
    return new MessageChange(MESSAGE, 3, Samples.NOON, deed);
  }

  static MessageChange.Deed.Deletion deletion() {
    return new MessageChange.Deed.Deletion(
        Samples.NOON.minusSeconds(60),
        List.of(new MessageChange.Numbered(1, 41), new MessageChange.Numbered(3, (7L << 21) + 2)));
  }

  static Content.Message reply(String excerpt, Attachment.Kind... files) {
    return new Content.Message(
        "yes", Samples.NOON, List.of(), null, new Quote(MESSAGE, excerpt, List.of(files)));
  }
}
