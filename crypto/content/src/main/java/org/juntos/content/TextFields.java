package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.TextRanges.Style;
import org.juntos.content.proto.Mark;
import org.juntos.content.proto.Mention;
import org.juntos.content.proto.Ranges;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Between `texts.proto` and the types of this package.
final class TextFields {
  private TextFields() {}

  /// @throws MalformedContentException when there are too many
  static TextRanges ranges(List<Mark> marks, List<Mention> mentions)
      throws MalformedContentException {
    if (marks.isEmpty() && mentions.isEmpty()) {
      return TextRanges.NONE;
    }
    if (marks.size() > TextRanges.MOST_MARKS || mentions.size() > TextRanges.MOST_MENTIONS) {
      throw new MalformedContentException("too many marks or mentions");
    }
    var known = new ArrayList<TextRanges.Mark>();
    for (var mark : marks) {
      var style = style(mark.getStyle());
      if (style != null) {
        known.add(new TextRanges.Mark(style, mark.getStart(), mark.getLength()));
      }
    }
    return new TextRanges(known, mentions.stream().map(TextFields::mention).toList());
  }

  private static TextRanges.Mention mention(Mention fields) {
    return new TextRanges.Mention(
        new AccountId(BindingFields.id(fields.getAccount())),
        fields.getStart(),
        fields.getLength());
  }

  /// Null of one from a newer version.
  private static @Nullable Style style(Mark.Style style) {
    return switch (style) {
      case BOLD -> Style.BOLD;
      case ITALIC -> Style.ITALIC;
      case STRIKE -> Style.STRIKE;
      case CODE -> Style.CODE;
      case SPOILER -> Style.SPOILER;
      case STYLE_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  static List<Mark> marks(TextRanges ranges) {
    return ranges.marks().stream()
        .map(mark ->
            Mark.newBuilder()
                .setStart(mark.start())
                .setLength(mark.length())
                .setStyle(style(mark.style()))
                .build())
        .toList();
  }

  private static Mark.Style style(Style style) {
    return switch (style) {
      case BOLD -> Mark.Style.BOLD;
      case ITALIC -> Mark.Style.ITALIC;
      case STRIKE -> Mark.Style.STRIKE;
      case CODE -> Mark.Style.CODE;
      case SPOILER -> Mark.Style.SPOILER;
    };
  }

  static List<Mention> mentions(TextRanges ranges) {
    return ranges.mentions().stream()
        .map(mention ->
            Mention.newBuilder()
                .setStart(mention.start())
                .setLength(mention.length())
                .setAccount(BindingFields.bytes(mention.account().value()))
                .build())
        .toList();
  }

  static Bytes write(TextRanges ranges) {
    return Bytes.of(
        Ranges.newBuilder()
            .addAllMarks(marks(ranges))
            .addAllMentions(mentions(ranges))
            .build()
            .toByteArray());
  }

  static TextRanges read(Bytes bytes) {
    try {
      var ranges = Ranges.parseFrom(bytes.buffer());
      return ranges(ranges.getMarksList(), ranges.getMentionsList());
    } catch (InvalidProtocolBufferException | MalformedContentException e) {
      throw new IllegalStateException("no ranges of a text", e);
    }
  }

  static LinkPreview preview(org.juntos.content.proto.LinkPreview fields) {
    return new LinkPreview(
        fields.getAddress(),
        fields.getTitle(),
        fields.getDescription(),
        new LinkPreview.Picture(
            Bytes.of(fields.getPicture().toByteArray()), fields.getWidth(), fields.getHeight()));
  }

  static org.juntos.content.proto.LinkPreview write(LinkPreview preview) {
    var picture = preview.picture();
    return org.juntos.content.proto.LinkPreview.newBuilder()
        .setAddress(preview.address())
        .setTitle(preview.title())
        .setDescription(preview.description())
        .setPicture(UnsafeByteOperations.unsafeWrap(picture.jpeg().buffer()))
        .setWidth(picture.width())
        .setHeight(picture.height())
        .build();
  }
}
