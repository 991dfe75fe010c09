package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Checksum;
import org.juntos.relay.blob.Piece;
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
  private static final String OVERRIDE = "X-HTTP-Method-Override";
  private static final String ONE = Paths.BLOBS + "/*";

  private final Blobs blobs;
  private final BlobReading reading;
  private final long maxBytes;

  BlobEndpoints(Blobs blobs, long maxBytes) {
    this.blobs = blobs;
    this.reading = new BlobReading(blobs);
    this.maxBytes = maxBytes;
  }

  List<Route> routes() {
    return List.of(
        Route.open("OPTIONS", Paths.BLOBS, _ -> capabilities()).about(BlobReference.CAPABILITIES),
        Route.authenticated("POST", Paths.BLOBS, spoken(this::create)).about(BlobReference.CREATE),
        Route.authenticated("HEAD", ONE, spoken(this::progress)).about(BlobReference.PROGRESS),
        Route.authenticated("PATCH", ONE, spoken(this::append)).about(BlobReference.APPEND),
        Route.authenticated("DELETE", ONE, spoken(this::terminate)).about(BlobReference.DELETE),
        Route.authenticated("POST", ONE, spoken(this::overridden)).about(BlobReference.OVERRIDE),
        Route.authenticated("GET", ONE, (exchange, _) -> reading.read(exchange))
            .about(BlobReference.READ));
  }

  private Answer capabilities() {
    return new Answer.Empty(
        204,
        Map.of(
            "Tus-Version",
            TUS_VERSION,
            "Tus-Extension",
            "creation,expiration,termination,checksum",
            "Tus-Checksum-Algorithm",
            Checksum.ALGORITHMS,
            "Tus-Max-Size",
            Long.toString(maxBytes)));
  }

  /// Refuses other versions of the protocol; who names none means this one. Every answer names it.
  private static Route.Authenticated spoken(Route.Authenticated endpoint) {
    return (exchange, device) -> {
      var version = exchange.header(TUS);
      if (version != null && !version.equals(TUS_VERSION)) {
        return refused(
            ErrorCode.VERSION_UNSUPPORTED,
            "This relay speaks tus " + TUS_VERSION + ".",
            Map.of(TUS, TUS_VERSION, "Tus-Version", TUS_VERSION));
      }
      try {
        var answer = endpoint.answer(exchange, device);
        return answer instanceof Answer.Problem(var refused, _)
            ? new Answer.Problem(refused, Map.of(TUS, TUS_VERSION))
            : answer;
      } catch (BadRequestException bad) {
        return refused(bad.code(), bad.detail(), Map.of(TUS, TUS_VERSION));
      }
    };
  }

  private static Answer refused(ErrorCode code, String detail, Map<String, String> headers) {
    return new Answer.Problem(new Verdict.Refused<>(code, detail, Duration.ZERO), headers);
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
    var piece =
        new Piece(
            exchange.number(OFFSET),
            exchange.request().getLength(),
            checksum(exchange.header("Upload-Checksum")),
            exchange.bodyStream());
    var appended = blobs.append(device.account(), exchange.variable(), piece);
    return Answer.of(appended, upload -> new Answer.Empty(204, headers(upload)));
  }

  private static @Nullable Checksum checksum(@Nullable String header) throws BadRequestException {
    var checksum = header == null ? null : Checksum.parse(header);
    if (header != null && checksum == null) {
      throw BadRequestException.malformed(
          "Upload-Checksum must be one of " + Checksum.ALGORITHMS + ", a space, and Base64.");
    }
    return checksum;
  }

  private Answer terminate(Exchange exchange, DeviceAddress device) throws IOException {
    return Answer.of(
        blobs.terminate(device.account(), exchange.variable()),
        _ -> new Answer.Empty(204, Map.of(TUS, TUS_VERSION)));
  }

  /// For those behind something that lets no PATCH or DELETE through.
  private Answer overridden(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return switch (exchange.header(OVERRIDE)) {
      case "PATCH" -> append(exchange, device);
      case "DELETE" -> terminate(exchange, device);
      case null, default ->
          throw new BadRequestException(
              ErrorCode.METHOD_NOT_ALLOWED, OVERRIDE + " must be PATCH or DELETE.");
    };
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
}
