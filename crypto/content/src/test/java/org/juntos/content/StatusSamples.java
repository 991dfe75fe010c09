package org.juntos.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is said of statuses.
final class StatusSamples {
  private static final MessageId ID = new MessageId(new UUID(5, 6));

  private StatusSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("status-text", text("Off to the sea \u2600", List.of()));
    golden.put(
        "status-image",
        new StatusContent.Posted(
            StatusContent.Kind.IMAGE,
            "at last",
            0,
            file(Attachment.Kind.IMAGE, 1057),
            Samples.NOON,
            List.of(Samples.BOB)));
    golden.put(
        "status-video",
        new StatusContent.Posted(
            StatusContent.Kind.VIDEO,
            "",
            0,
            file(Attachment.Kind.VIDEO, 1057),
            Samples.NOON,
            List.of()));
    golden.put("status-deleted", new StatusContent.Deleted(ID));
    golden.put("status-seen", new StatusContent.Seen(List.of(ID), Samples.NOON));
    golden.put("status-viewed", new StatusContent.Viewed(Samples.BOB, List.of(ID)));
    golden.put("status-muted", new StatusContent.Muted(Samples.BOB, true));
    golden.put("status-audience", new StatusContent.Audience(true, List.of(Samples.BOB), true));
    golden.put(
        "status-reply",
        new Content.Message(
            "how lovely",
            Samples.NOON,
            List.of(),
            new StatusReply(ID, StatusContent.Kind.IMAGE),
            null));
  }

  static StatusContent.Posted text(String text, List<org.juntos.wire.AccountId> audience) {
    return new StatusContent.Posted(
        StatusContent.Kind.TEXT, text, 3, null, Instant.EPOCH, audience);
  }

  /// Of a status: without the name of a blob.
  static Attachment file(Attachment.Kind kind, long ciphertextBytes) {
    return new Attachment(
        "",
        Samples.filled(32, 0x11),
        Samples.filled(32, 0x22),
        1000,
        ciphertextBytes,
        "",
        "image/jpeg",
        kind,
        new Attachment.Preview(
            640, 480, 0, "LEHV6nWB2yk8", Samples.filled(9, 7), Samples.filled(0, 0)));
  }
}
