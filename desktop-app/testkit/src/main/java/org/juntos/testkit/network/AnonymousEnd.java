package org.juntos.testkit.network;

import java.util.List;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.SendRequest;
import org.juntos.relay.access.Access;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The relay's end of a stream of nobody.
final class AnonymousEnd implements End {
  private final SimulatedStream stream;
  private final Access access;

  AnonymousEnd(SimulatedNetwork network, SimulatedStream stream) {
    this.stream = stream;
    access = network.relay().services().access();
  }

  @Override
  public void send(List<SendRequest> requests) {
    var outcomes = requests.stream().map(request -> End.sent(request, entering(request))).toList();
    stream.down(() -> stream.listener().results(outcomes));
  }

  private Sending entering(SendRequest request) {
    var key = request.accessKey();
    var shown = key.isNone() ? List.<Bytes>of() : List.of(key.value());
    return (envelopes, reply) -> access.send(envelopes, shown, reply);
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {
    access.forward(destination, ciphertext, accessKey.value());
  }
}
