package org.juntos.relay.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.status.Statuses;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.PostStatus;
import org.juntos.wire.proto.StatusSlot;

/// Statuses: slots of the account that asks, and files of others for who holds their access key.
final class StatusEndpoints {
  private static final About POST =
      About.says("Gives a status of one's own a slot; the same again changes nothing.")
          .where("status", "its id, a UUID that the client has made")
          .takes(PostStatus.class)
          .gives(200, StatusSlot.class)
          .refuses(
              ErrorCode.MALFORMED,
              ErrorCode.NOT_FOUND,
              ErrorCode.CONFLICT,
              ErrorCode.TOO_LARGE,
              ErrorCode.STATUS_LIMIT);
  private static final About DELETE =
      About.says("Deletes the file of a status of one's own; its slot counts until it expires.")
          .where("status", "its id")
          .gives(204, "There is no file of it any more.")
          .refuses(ErrorCode.MALFORMED, ErrorCode.CONFLICT);
  private static final About READ =
      BlobReference.reading(
              About.says(
                  "Reads the file of a status, or one range of it. No such account, another access"
                      + " key, and no such status look alike."))
          .where("account", "whose it is, a UUID")
          .where("status", "its id")
          .reads(
              Paths.ACCESS_KEY_HEADER,
              "instead of a token: the account's access key, base64url; with a token, one's own"
                  + " statuses only")
          .refuses(ErrorCode.MALFORMED);

  private final Statuses statuses;
  private final BlobReading reading;
  private final InstantSource clock;

  StatusEndpoints(Statuses statuses, BlobReading reading, InstantSource clock) {
    this.statuses = statuses;
    this.reading = reading;
    this.clock = clock;
  }

  List<Route> routes() {
    var one = Paths.STATUSES + "/*";
    return List.of(
        Route.authenticated("PUT", one, this::post).about(POST),
        Route.authenticated("DELETE", one, this::delete).about(DELETE),
        Route.accessible("GET", Paths.ACCOUNTS + "/*/statuses/*", this::read).about(READ));
  }

  private Answer post(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(PostStatus.parser(), exchange.body());
    return Answer.of(
        statuses.post(device.account(), id(exchange.variable()), message.getBlobId()),
        slot ->
            new Answer.Message(
                200,
                StatusSlot.newBuilder()
                    .setNumber(slot.number())
                    .setAgeMs(slot.age().toMillis())
                    .setNowMs(clock.millis())
                    .build()));
  }

  private Answer delete(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    return Answer.of(
        statuses.delete(device.account(), id(exchange.variable())),
        _ -> new Answer.Empty(204, Map.of()));
  }

  /// @param device null for whoever shows an access key
  private Answer read(Exchange exchange, @Nullable DeviceAddress device)
      throws IOException, BadRequestException {
    return reading.read(exchange, file(exchange, device));
  }

  private Verdict<Upload> file(Exchange exchange, @Nullable DeviceAddress device)
      throws IOException, BadRequestException {
    var account = FromWire.account(exchange.variables().getFirst());
    var id = id(exchange.variables().getLast());
    return device != null && device.account().equals(account)
        ? statuses.file(account, id)
        : statuses.file(account, id, FromWire.base64(exchange, Paths.ACCESS_KEY_HEADER));
  }

  private static UUID id(String text) throws BadRequestException {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("The id of a status is a UUID.");
    }
  }
}
