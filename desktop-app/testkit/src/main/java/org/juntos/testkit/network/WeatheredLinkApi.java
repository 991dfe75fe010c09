package org.juntos.testkit.network;

import java.io.IOException;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.JoiningDevice;
import org.juntos.engine.connection.LinkApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.Bytes;

/// Linking of which some requests, or their answers, get lost.
final class WeatheredLinkApi implements LinkApi {
  private final WeatheredApi weather;
  private final LinkApi relay;

  WeatheredLinkApi(WeatheredApi weather, LinkApi relay) {
    this.weather = weather;
    this.relay = relay;
  }

  @Override
  public RelayResult<Mailbox> makeMailbox() throws IOException {
    return weather.through(relay::makeMailbox);
  }

  @Override
  public RelayResult<Bytes> look(Bytes mailbox) throws IOException {
    return weather.through(() -> relay.look(mailbox));
  }

  @Override
  public RelayResult<Done> put(Bytes mailbox, Bytes sealed) throws IOException {
    return weather.through(() -> relay.put(mailbox, sealed));
  }

  @Override
  public RelayResult<String> leave() throws IOException {
    return weather.through(relay::leave);
  }

  @Override
  public RelayResult<Done> link(JoiningDevice device, Credentials credentials) throws IOException {
    return weather.through(() -> relay.link(device, credentials));
  }

  @Override
  public RelayResult<SignedList> devices() throws IOException {
    return weather.through(relay::devices);
  }

  @Override
  public RelayResult<Done> replace(SignedList list) throws IOException {
    return weather.through(() -> relay.replace(list));
  }
}
