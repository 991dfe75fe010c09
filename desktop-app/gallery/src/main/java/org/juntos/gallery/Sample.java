package org.juntos.gallery;

import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.wire.Bytes;

/// An attachment in some state.
record Sample(
    Attachment.Kind kind,
    String fileName,
    String mediaType,
    long bytes,
    Attachment.Preview preview,
    State state,
    double done) {
  private static final String BLURHASH = "LEHV6nWB2yk8pyo0adR*.7kCMdnj";

  static Sample photo(State state, double done) {
    var preview = new Attachment.Preview(1600, 1067, 0, BLURHASH, Bytes.EMPTY, Bytes.EMPTY);
    return new Sample(
        Attachment.Kind.IMAGE, "harbour.jpg", "image/jpeg", 2_412_000, preview, state, done);
  }

  static Sample tall(State state) {
    var preview = new Attachment.Preview(900, 2400, 0, BLURHASH, Bytes.EMPTY, Bytes.EMPTY);
    return new Sample(
        Attachment.Kind.IMAGE, "screenshot.png", "image/png", 812_000, preview, state, 0);
  }

  static Sample video(State state, double done) {
    var preview = new Attachment.Preview(1920, 1080, 42_000, BLURHASH, Bytes.EMPTY, Bytes.EMPTY);
    return new Sample(
        Attachment.Kind.VIDEO, "ferry.mp4", "video/mp4", 18_700_000, preview, state, done);
  }

  static Sample audio(Attachment.Kind kind, State state) {
    return audio(kind, state, 0);
  }

  static Sample audio(Attachment.Kind kind, State state, double done) {
    var bars = new byte[64];
    for (var i = 0; i < bars.length; i++) {
      bars[i] = (byte) (40 + 180 * Math.abs(Math.sin(i * 0.7) * Math.cos(i * 0.23)));
    }
    var preview = new Attachment.Preview(0, 0, 37_000, "", Bytes.EMPTY, Bytes.of(bars));
    return new Sample(kind, "theme song.m4a", "audio/mp4", 640_000, preview, state, done);
  }

  static Sample file(String name, long bytes, State state, double done) {
    return file(name, "application/octet-stream", bytes, state, done);
  }

  /// What a file is, before and until it is known.
  static Sample file(String name, String mediaType, long bytes, State state, double done) {
    return new Sample(
        Attachment.Kind.FILE, name, mediaType, bytes, Attachment.Preview.NONE, state, done);
  }

  AttachmentView view(MessageId message, int index) {
    return new AttachmentView(
        message,
        index,
        kind,
        fileName,
        fileName.endsWith(".exe"),
        mediaType,
        bytes,
        preview,
        state,
        (long) (bytes * done),
        bytes);
  }
}
