package org.juntos.testkit.relay;

import java.io.IOException;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.JoiningDevice;
import org.juntos.engine.connection.LinkApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.relay.account.Devices;
import org.juntos.relay.account.LinkedDevice;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.provisioning.Provisioning;
import org.juntos.wire.Bytes;

/// Linking at an in-process relay.
final class DirectLinks implements LinkApi {
  private static final Done DONE = new Done();

  private final InProcessRelay relay;
  private final DirectApi api;

  DirectLinks(InProcessRelay relay, DirectApi api) {
    this.relay = relay;
    this.api = api;
  }

  private Devices devicesOf() {
    return relay.services().devices();
  }

  private Provisioning provisioning() {
    return relay.services().provisioning();
  }

  @Override
  public RelayResult<Mailbox> makeMailbox() throws IOException {
    return Answers.result(
        provisioning()
            .make(DirectApi.ADDRESS)
            .map(made -> new Mailbox(made.id(), made.expiresAt())));
  }

  @Override
  public RelayResult<Bytes> look(Bytes mailbox) throws IOException {
    return Answers.result(provisioning().sealed(mailbox));
  }

  @Override
  public RelayResult<Done> put(Bytes mailbox, Bytes sealed) throws IOException {
    return api.asDevice(
        device -> provisioning().put(device.account(), mailbox, sealed).map(_ -> DONE));
  }

  @Override
  public RelayResult<String> leave() throws IOException {
    return api.asDevice(device -> Verdict.granted(devicesOf().leave(device).text()));
  }

  @Override
  public RelayResult<Done> link(JoiningDevice joining, Credentials credentials) throws IOException {
    var device =
        new LinkedDevice(
            joining.device().address(),
            joining.device().registrationId(),
            Answers.keys(joining.keys()),
            Answers.list(joining.deviceList()),
            DirectApi.secret(credentials));
    return Answers.result(devicesOf().link(joining.leave(), device).map(_ -> DONE));
  }

  @Override
  public RelayResult<SignedList> devices() throws IOException {
    return api.asDevice(device ->
        devicesOf().list(device).map(kept -> new SignedList(kept.list(), kept.signature())));
  }

  @Override
  public RelayResult<Done> replace(SignedList list) throws IOException {
    var signed = Answers.list(list);
    return api.asDevice(device -> devicesOf().replace(device, signed).map(_ -> DONE));
  }
}
