package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;

/// Encrypted files: resumable upload by tus 1.0.0, download with ranges.
final class BlobEndpoints {
  private static final String TUS = "Tus-Resumable";
  private static final String TUS_VERSION = "1.0.0";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final String OFFSET_TYPE = "application/offset+octet-stream";
  private static final Map<String, String> SPOKEN = Map.of("Tus-Version", TUS_VERSION);

  private final Blobs blobs;
  private final long maxBytes;

  BlobEndpoints(Blobs blobs, long maxBytes) {
    this.blobs = blobs;
    this.maxBytes = maxBytes;
  }

  List<Route> routes() {
    return List.of(
        Route.open("OPTIONS", Paths.BLOBS, _ -> capabilities()),
        Route.authenticated("POST", Paths.BLOBS, spoken(this::create)),
        Route.authenticated("HEAD", Paths.BLOBS + "/*", spoken(this::progress)),
        Route.authenticated("PATCH", Paths.BLOBS + "/*", spoken(this::append)),
        Route.authenticated("GET", Paths.BLOBS + "/*", this::read));
  }

  private Answer capabilities() {
    return new Answer.Empty(
        204,
        Map.of(
            "Tus-Version",
            TUS_VERSION,
            "Tus-Extension",
            "creation,expiration",
            "Tus-Max-Size",
            Long.toString(maxBytes)));
  }

  /// Refuses other versions of the protocol; who names none means this one.
  private static Route.Authenticated spoken(Route.Authenticated endpoint) {
    return (exchange, device) -> {
      var version = exchange.header(TUS);
      return version == null || version.equals(TUS_VERSION)
          ? endpoint.answer(exchange, device)
          : new Answer.Problem(
              new Verdict.Refused<>(
                  ErrorCode.VERSION_UNSUPPORTED,
                  "This relay speaks tus " + TUS_VERSION + ".",
                  Duration.ZERO),
              SPOKEN);
    };
  }

  private Answer create(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return Answer.of(
        blobs.create(device.account(), exchange.number(LENGTH)),
        upload -> {
          var headers = headers(upload);
          headers.put("Location", Paths.BLOBS + "/" + upload.id());
          return new Answer.Empty(201, headers);
        });
  }

  private Answer progress(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return Answer.of(
        blobs.progress(device.account(), exchange.variable()),
        upload -> {
          var headers = headers(upload);
          headers.put(LENGTH, Long.toString(upload.length()));
          headers.put("Cache-Control", "no-store");
          return new Answer.Empty(200, headers);
        });
  }

  private Answer append(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    if (!OFFSET_TYPE.equals(exchange.header("Content-Type"))) {
      throw BadRequestException.malformed("The content type must be " + OFFSET_TYPE + ".");
    }
    var appended =
        blobs.append(
            device.account(),
            exchange.variable(),
            exchange.number(OFFSET),
            exchange.request().getLength(),
            exchange.bodyStream());
    return Answer.of(appended, upload -> new Answer.Empty(204, headers(upload)));
  }

  private static Map<String, String> headers(Upload upload) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(TUS, TUS_VERSION);
    headers.put(OFFSET, Long.toString(upload.offset()));
    headers.put(
        "Upload-Expires",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC)));
    return headers;
  }

  private Answer read(Exchange exchange, DeviceAddress device) throws IOException {
    return switch (blobs.whole(exchange.variable())) {
      case Verdict.Granted<Upload>(var upload) -> read(exchange, upload);
      case Verdict.Refused<Upload> refused -> new Answer.Problem(refused);
    };
  }

  private Answer read(Exchange exchange, Upload upload) throws IOException {
    long size = upload.length();
    var range = ByteRange.of(exchange.header("Range"), size);
    if (range == null) {
      return new Answer.Problem(
          new Verdict.Refused<>(
              ErrorCode.RANGE_INVALID, "The file has " + size + " bytes.", Duration.ZERO));
    }
    var headers = new LinkedHashMap<String, String>();
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
