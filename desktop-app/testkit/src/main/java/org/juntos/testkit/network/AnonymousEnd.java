package org.juntos.testkit.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.connection.Watched;
import org.juntos.relay.access.Access;
import org.juntos.relay.access.EndorsedSends;
import org.juntos.relay.access.Reply;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.presence.Seen;
import org.juntos.relay.presence.Sightings;
import org.juntos.relay.presence.Watcher;
import org.juntos.relay.sealed.MultiRecipients;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The relay's end of a stream of nobody.
final class AnonymousEnd implements End, Watcher {
  private static final String ADDRESS = "nobody";

  private final SimulatedStream stream;
  private final Access access;
  private final EndorsedSends endorsed;
  private final Sightings sightings;

  AnonymousEnd(SimulatedNetwork network, SimulatedStream stream) {
    this.stream = stream;
    access = network.relay().services().access();
    endorsed = network.relay().services().ofGroups().sends();
    sightings = network.relay().services().ofAccounts().sightings();
  }

  @Override
  public void send(List<SendRequest> requests) {
    var outcomes = requests.stream().map(request -> End.sent(request, entering(request))).toList();
    stream.down(() -> stream.listener().results(outcomes));
  }

  @Override
  public void sendToMany(SendToMany request) {
    var reply = new CompletableFuture<Reply>();
    endorsed.send(fanOut(request), request.endorsement(), ADDRESS, reply::complete);
    var outcome = End.outcome(request.requestId(), reply.join());
    stream.down(() -> stream.listener().results(List.of(outcome)));
  }

  private static FanOut fanOut(SendToMany request) {
    var message = Objects.requireNonNull(MultiRecipients.parse(request.message().toArray()));
    var copies = new ArrayList<FanOut.Copy>();
    for (var to : message.recipients()) {
      for (var device : to.devices()) {
        var address = new DeviceAddress(to.account(), device.number());
        var id = UUID.nameUUIDFromBytes((request.id() + "," + address).getBytes(UTF_8));
        copies.add(new FanOut.Copy(new Envelope(id, address, to.head()), device.registrationId()));
      }
    }
    return new FanOut(message.shared(), copies);
  }

  private Sending entering(SendRequest request) {
    var leave = request.endorsement();
    if (!leave.isEmpty()) {
      return (envelopes, reply) -> endorsed.send(envelopes, leave, ADDRESS, reply);
    }
    var key = request.accessKey();
    var shown = key.isNone() ? List.<Bytes>of() : List.of(key.value());
    return (envelopes, reply) -> access.send(envelopes, shown, reply);
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {
    access.forward(destination, ciphertext, accessKey.value());
  }

  @Override
  public void watch(List<Watched> accounts) {
    sightings.watch(
        this,
        "here",
        accounts.stream()
            .map(one -> new Sightings.Wanted(one.account(), one.accessKey().value()))
            .toList());
  }

  @Override
  public void seen(AccountId account, Seen seen) {
    var state =
        switch (seen) {
          case Seen.Hidden() -> new Sighting.State.Hidden();
          case Seen.Online() -> new Sighting.State.Online();
          case Seen.Away(var from, var span) -> new Sighting.State.Away(from, span);
        };
    stream.down(() -> stream.listener().seen(List.of(new Sighting(account, state))));
  }

  @Override
  public void disconnect() {
    sightings.leave(this);
  }
}
