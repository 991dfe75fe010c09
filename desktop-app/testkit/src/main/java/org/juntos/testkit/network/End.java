package org.juntos.testkit.network;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.Watched;
import org.juntos.relay.access.Reply;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// The relay's end of a stream. The relay's store commits on a thread of its own; whoever asks it
/// for something waits here until that is done, so that all happens in one order.
interface End {
  void send(List<SendRequest> requests);

  default void sendToMany(SendToMany request) {}

  default void acknowledge(List<UUID> envelopes) {}

  default void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {}

  default void watch(List<Watched> accounts) {}

  /// Says what there is to say.
  default void pump() {}

  default void disconnect() {}

  /// Hands the envelopes of a request to the relay and waits for what it says.
  static SendOutcome sent(SendRequest request, Sending sending) {
    var envelopes =
        request.envelopes().stream()
            .map(one -> new Envelope(one.id(), one.destination(), one.ciphertext()))
            .toList();
    var reply = new CompletableFuture<Reply>();
    sending.send(envelopes, reply::complete);
    return outcome(request.requestId(), reply.join());
  }

  static SendOutcome outcome(long request, Reply reply) {
    return switch (reply) {
      case Reply.Unwell(var time) -> new SendOutcome.Later(request, time);
      case Reply.NotEndorsed() -> new SendOutcome.EndorsementDenied(request);
      case Reply.Denied() -> new SendOutcome.Denied(request);
      case Reply.Wait(var time) -> new SendOutcome.AskedTooOften(request, time);
      case Reply.TooMany() -> new SendOutcome.Refused(request, ErrorCode.ASKED_TOO_OFTEN);
      case Reply.Decided(Appended.Durable _) -> new SendOutcome.Accepted(request);
      case Reply.Decided(Appended.NoSuchDevice(var unknown)) ->
          new SendOutcome.NoSuchDevice(request, unknown);
      case Reply.Decided(Appended.OtherDevices(var unknown, var missing)) ->
          new SendOutcome.NoSuchDevice(request, unknown, missing);
      case Reply.Decided(Appended.Later(var delay)) -> new SendOutcome.Later(request, delay);
      case Reply.Decided(Appended.QueueFull(var delay)) ->
          new SendOutcome.QueueFull(request, delay);
    };
  }

  /// A way into the relay.
  @FunctionalInterface
  interface Sending {
    void send(List<Envelope> envelopes, Consumer<Reply> reply);
  }
}
