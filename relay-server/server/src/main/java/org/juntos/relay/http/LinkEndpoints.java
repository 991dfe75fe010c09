package org.juntos.relay.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.juntos.relay.account.DeviceStore;
import org.juntos.relay.account.Devices;
import org.juntos.relay.provisioning.Provisioning;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.LinkDevice;
import org.juntos.wire.proto.LinkToken;
import org.juntos.wire.proto.ProvisioningMailbox;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.SealedProvisioning;
import org.juntos.wire.proto.SignedDeviceList;

/// Several devices of one account: provisioning mailboxes, adding a device, the list.
final class LinkEndpoints {
  private static final String MAILBOX = Paths.PROVISIONING + "/*";

  private final Devices devices;
  private final Provisioning provisioning;

  LinkEndpoints(Devices devices, Provisioning provisioning) {
    this.devices = devices;
    this.provisioning = provisioning;
  }

  List<Route> routes() {
    return Stream.concat(mailboxes().stream(), ofAccounts().stream()).toList();
  }

  private List<Route> mailboxes() {
    return List.of(
        Route.open("POST", Paths.PROVISIONING, this::make)
            .about(
                About.says("Makes a mailbox for a device that has no account yet.")
                    .gives(201, ProvisioningMailbox.class)),
        Route.open("GET", MAILBOX, this::sealed)
            .about(
                mailbox("Tells what a provisioning mailbox holds; nothing, as long as that is so.")
                    .gives(200, SealedProvisioning.class)
                    .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND)),
        Route.authenticated("PUT", MAILBOX, this::put)
            .about(
                mailbox("Puts the one message of a provisioning mailbox in.")
                    .takes(SealedProvisioning.class)
                    .gives(204, "It is there.")
                    .refuses(ErrorCode.MALFORMED, ErrorCode.NOT_FOUND, ErrorCode.CONFLICT)));
  }

  private List<Route> ofAccounts() {
    return List.of(
        Route.authenticated("POST", Paths.LINKS, this::leave)
            .about(
                About.says("Gives leave to add one device to the account of the device that asks.")
                    .gives(201, LinkToken.class)),
        Route.open("POST", Paths.ACCOUNTS + "/*/devices", this::link)
            .about(
                About.says("Adds a device to an account.")
                    .where("account", "the account's id, a UUID")
                    .takes(LinkDevice.class)
                    .gives(201, Registered.class)
                    .refuses(
                        ErrorCode.LINK_OVER,
                        ErrorCode.TOO_MANY_DEVICES,
                        ErrorCode.KEY_INVALID,
                        ErrorCode.CONFLICT)),
        Route.authenticated("GET", Paths.DEVICES, this::list)
            .about(
                About.says("Tells the signed list of the account's devices.")
                    .gives(200, SignedDeviceList.class)
                    .refuses(ErrorCode.NOT_FOUND)),
        Route.authenticated("PUT", Paths.DEVICES, this::replace)
            .about(
                About.says("Takes devices off: those that the body's list lacks.")
                    .takes(SignedDeviceList.class)
                    .gives(204, "They are gone, with all that was held for them.")
                    .refuses(ErrorCode.KEY_INVALID, ErrorCode.CONFLICT, ErrorCode.NOT_FOUND)));
  }

  private static About mailbox(String summary) {
    return About.says(summary).where("mailbox", "the mailbox's id in base64url");
  }

  private Answer make(Exchange exchange) throws IOException {
    return Answer.of(
        provisioning.make(exchange.networkAddress()),
        mailbox ->
            new Answer.Message(
                201,
                ProvisioningMailbox.newBuilder()
                    .setId(ToWire.bytes(mailbox.id()))
                    .setExpiresAtMs(mailbox.expiresAt().toEpochMilli())
                    .build()));
  }

  private Answer sealed(Exchange exchange) throws IOException, BadRequestException {
    return Answer.of(
        provisioning.sealed(id(exchange)),
        sealed ->
            new Answer.Message(
                200, SealedProvisioning.newBuilder().setSealed(ToWire.bytes(sealed)).build()));
  }

  private Answer put(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(SealedProvisioning.parser(), exchange.body());
    var sealed = FromWire.bytes(message.getSealed());
    return Answer.of(
        provisioning.put(device.account(), id(exchange), sealed),
        _ -> new Answer.Empty(204, Map.of()));
  }

  private static Bytes id(Exchange exchange) throws BadRequestException {
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(exchange.variable()));
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("The id of a mailbox is base64url.");
    }
  }

  private Answer leave(Exchange exchange, DeviceAddress device) {
    var token = devices.leave(device);
    return new Answer.Message(
        201,
        LinkToken.newBuilder()
            .setToken(token.text())
            .setExpiresAtMs(token.expiresAt().toEpochMilli())
            .build());
  }

  private Answer link(Exchange exchange) throws IOException, BadRequestException {
    var account = FromWire.account(exchange.variable());
    var message = FromWire.parse(LinkDevice.parser(), exchange.body());
    var device = FromWire.linkedDevice(account, message);
    return Answer.of(
        devices.link(message.getLinkToken(), device),
        token ->
            new Answer.Message(
                201,
                Registered.newBuilder()
                    .setAccountId(ToWire.bytes(account.bytes()))
                    .setDeviceId(message.getDeviceId())
                    .setToken(ToWire.access(token))
                    .build()));
  }

  private Answer list(Exchange exchange, DeviceAddress device) throws IOException {
    return Answer.of(devices.list(device), LinkEndpoints::list);
  }

  private static Answer list(DeviceStore.Kept kept) {
    return new Answer.Message(
        200,
        SignedDeviceList.newBuilder()
            .setList(ToWire.bytes(kept.list()))
            .setSignature(ToWire.bytes(kept.signature()))
            .build());
  }

  private Answer replace(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(SignedDeviceList.parser(), exchange.body());
    return Answer.of(
        devices.replace(device, FromWire.deviceList(message)),
        _ -> new Answer.Empty(204, Map.of()));
  }
}
