package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.ErrorCode;

/// Gives encrypted files out, whole or a range of them (RFC 9110, 13 and 14). A file never changes
/// under its id, so the id is its entity tag.
record BlobReading(Blobs blobs) {
  Answer read(Exchange exchange) throws IOException {
    return read(exchange, blobs.whole(exchange.variable()));
  }

  Answer read(Exchange exchange, Verdict<Upload> found) throws IOException {
    return switch (found) {
      case Verdict.Granted<Upload>(var upload) -> read(exchange, upload);
      case Verdict.Refused<Upload> refused -> new Answer.Problem(refused);
    };
  }

  private Answer read(Exchange exchange, Upload upload) throws IOException {
    var tag = "\"" + upload.id() + "\"";
    var headers = new LinkedHashMap<String, String>();
    headers.put("ETag", tag);
    if (isKnown(tag, exchange.header("If-None-Match"))) {
      return new Answer.Empty(304, headers);
    }
    var ifRange = exchange.header("If-Range");
    var asked = ifRange == null || ifRange.equals(tag) ? exchange.header("Range") : null;
    var range = ByteRange.of(asked, upload.length());
    return range == null ? notThere(upload.length()) : read(upload, range, headers);
  }

  private static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag));
  }

  private static Answer notThere(long size) {
    return new Answer.Problem(
        new Verdict.Refused<>(
            ErrorCode.RANGE_INVALID, "The file has " + size + " bytes.", Duration.ZERO),
        Map.of("Content-Range", "bytes */" + size));
  }

  private Answer read(Upload upload, ByteRange range, Map<String, String> headers)
      throws IOException {
    long size = upload.length();
    headers.put("Content-Type", "application/octet-stream");
    headers.put("Accept-Ranges", "bytes");
    if (range.length() == 0) {
      return new Answer.Empty(200, headers);
    }
    if (range.isWhole(size)) {
      return new Answer.Stored(200, headers, blobs.read(upload), 0, size);
    }
    headers.put("Content-Range", range.contentRange(size));
    return new Answer.Stored(206, headers, blobs.read(upload), range.first(), range.length());
  }
}
