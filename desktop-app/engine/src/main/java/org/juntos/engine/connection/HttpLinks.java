package org.juntos.engine.connection;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.LinkToken;
import org.juntos.wire.proto.ProvisioningMailbox;
import org.juntos.wire.proto.SealedProvisioning;
import org.juntos.wire.proto.SignedDeviceList;

/// Linking over HTTP.
final class HttpLinks implements LinkApi {
  private static final Done DONE = new Done();

  private final Exchange open;
  private final AuthorizedExchange authorized;

  HttpLinks(Exchange open, AuthorizedExchange authorized) {
    this.open = open;
    this.authorized = authorized;
  }

  @Override
  public RelayResult<Mailbox> makeMailbox() throws IOException {
    var body = ProtobufBody.of(ProvisioningMailbox.getDefaultInstance());
    return open.send(
        open.request(Paths.PROVISIONING).post(body).build(),
        answer -> {
          var made = ProtobufBody.read(answer, ProvisioningMailbox.parser());
          return new Mailbox(
              WireValues.bytes(made.getId()), Instant.ofEpochMilli(made.getExpiresAtMs()));
        });
  }

  @Override
  public RelayResult<Bytes> look(Bytes mailbox) throws IOException {
    return open.send(
        open.request(Paths.PROVISIONING, name(mailbox)).build(),
        answer ->
            WireValues.bytes(ProtobufBody.read(answer, SealedProvisioning.parser()).getSealed()));
  }

  @Override
  public RelayResult<Done> put(Bytes mailbox, Bytes sealed) throws IOException {
    var message = SealedProvisioning.newBuilder().setSealed(WireValues.bytes(sealed)).build();
    return authorized.send(
        authorized.request(Paths.PROVISIONING, name(mailbox)).put(ProtobufBody.of(message)),
        _ -> DONE);
  }

  private static String name(Bytes mailbox) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.toArray());
  }

  @Override
  public RelayResult<String> leave() throws IOException {
    var body = ProtobufBody.of(LinkToken.getDefaultInstance());
    return authorized.send(
        authorized.request(Paths.LINKS).post(body),
        answer -> ProtobufBody.read(answer, LinkToken.parser()).getToken());
  }

  @Override
  public RelayResult<Done> link(JoiningDevice device, Credentials credentials) throws IOException {
    var account = device.device().account().toString();
    var body = ProtobufBody.of(WireKeys.joining(device, credentials));
    return open.send(
        open.request(Paths.ACCOUNTS, account, "devices").post(body).build(), _ -> DONE);
  }

  @Override
  public RelayResult<SignedList> devices() throws IOException {
    return authorized.send(
        authorized.request(Paths.DEVICES),
        answer -> WireKeys.list(ProtobufBody.read(answer, SignedDeviceList.parser())));
  }

  @Override
  public RelayResult<Done> replace(SignedList list) throws IOException {
    var body = ProtobufBody.of(WireKeys.list(list));
    return authorized.send(authorized.request(Paths.DEVICES).put(body), _ -> DONE);
  }
}
