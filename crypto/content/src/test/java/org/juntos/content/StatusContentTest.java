package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.proto.Sealed;
import org.juntos.content.proto.StatusKind;
import org.juntos.content.proto.StatusNews;
import org.juntos.content.proto.StatusPosted;
import org.juntos.content.proto.StatusSeen;
import org.juntos.wire.Padding;
import org.juntos.wire.WireLimits;

final class StatusContentTest {
  private static DecodeResult decoded(StatusPosted.Builder status) {
    return decoded(Sealed.newBuilder().setStatus(status));
  }

  private static DecodeResult decoded(Sealed.Builder sealed) {
    sealed.setBinding(BindingFields.write(Samples.binding()));
    return ContentCodec.decode(Padding.pad(sealed.build().toByteArray()));
  }

  private static StatusPosted.Builder image(Attachment file) {
    return StatusPosted.newBuilder()
        .setKind(StatusKind.STATUS_IMAGE)
        .setFile(ContentWriter.attachment(file).toByteString());
  }

  @Test
  void a_status_shows_what_its_kind_says() {
    var whole = StatusSamples.file(Attachment.Kind.IMAGE, 1057);
    assertInstanceOf(DecodeResult.Decoded.class, decoded(image(whole)));
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decoded(image(StatusSamples.file(Attachment.Kind.VIDEO, 1057))));
    assertInstanceOf(
        DecodeResult.Malformed.class, decoded(image(whole).setKind(StatusKind.STATUS_TEXT)));
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decoded(StatusPosted.newBuilder().setKind(StatusKind.STATUS_TEXT).setText("  ")));
    assertInstanceOf(
        DecodeResult.Malformed.class,
        decoded(StatusPosted.newBuilder().setKind(StatusKind.STATUS_VIDEO)));
    var junk = image(whole).setFile(ByteString.copyFromUtf8("junk"));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(junk));
  }

  @Test
  void a_file_or_a_text_that_is_too_large_is_refused() {
    var huge = StatusSamples.file(Attachment.Kind.IMAGE, WireLimits.MAX_STATUS_BYTES + 1);
    assertInstanceOf(DecodeResult.Malformed.class, decoded(image(huge)));
    var most = "x".repeat(StatusContent.Posted.MAX_TEXT_BYTES);
    assertTrue(StatusContent.Posted.fits(most));
    assertThrows(IllegalArgumentException.class, () -> StatusSamples.text(most + "x", List.of()));
    assertEquals(most, StatusSamples.text(most, List.of()).text());
  }

  @Test
  void where_the_file_is_cannot_be_said() {
    var elsewhere = Samples.attachment(Attachment.Kind.IMAGE, Attachment.Preview.NONE);
    assertInstanceOf(DecodeResult.Malformed.class, decoded(image(elsewhere)));
  }

  @Test
  void kinds_of_a_newer_version_are_unknown_and_not_malformed() {
    assertInstanceOf(
        DecodeResult.Unknown.class, decoded(StatusPosted.newBuilder().setKindValue(77)));
    var nothing = Sealed.newBuilder().setStatusNews(StatusNews.getDefaultInstance());
    assertInstanceOf(DecodeResult.Malformed.class, decoded(nothing));
  }

  @Test
  void more_than_a_day_can_have_is_not_seen_at_once() {
    var id = ByteString.copyFrom(new byte[16]);
    var seen = StatusSeen.newBuilder().addAllStatusIds(Collections.nCopies(101, id));
    var news = Sealed.newBuilder().setStatusNews(StatusNews.newBuilder().setSeen(seen));
    assertInstanceOf(DecodeResult.Malformed.class, decoded(news));
  }

  @Test
  void others_are_not_told_who_else_sees_it() throws MalformedContentException {
    var mine = StatusSamples.text("hello", List.of(Samples.BOB));
    var theirs = mine.at(Samples.NOON).forOthers();
    assertEquals(List.of(), theirs.audience());
    assertEquals(theirs, ContentCodec.decodeContent(ContentCodec.encodeContent(theirs)));
  }
}
