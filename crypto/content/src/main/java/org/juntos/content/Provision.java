package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a new device is given, beside the identity key pair.
///
/// @param device who it is from now on
/// @param name what the person calls themselves
/// @param trustRoot under which the relay's sender certificates must verify
/// @param linkToken the relay's leave to add the device
/// @param at nothing that was said later is in it
/// @param people as many as there is room for
/// @param profileKey the account's own
public record Provision(
    DeviceAddress device,
    String name,
    Bytes trustRoot,
    String linkToken,
    Linking.Devices devices,
    Instant at,
    List<Person> people,
    ProfileKey profileKey,
    long profileKeyRevision) {
  public Provision {
    name = WellFormed.name(name);
    linkToken = WellFormed.text(linkToken);
    at = WellFormed.time(at);
    if (!PublicKeys.isSound(trustRoot)) {
      throw new IllegalArgumentException("the trust root is not sound");
    }
    people = List.copyOf(people);
  }

  /// Does not tell the token.
  @Override
  public String toString() {
    return "Provision(" + device + ")";
  }

  /// The bytes that [#read] reads.
  public byte[] bytes() {
    var fields =
        org.juntos.content.proto.Provision.newBuilder()
            .setAccountId(BindingFields.bytes(device.account().value()))
            .setDeviceId(device.device())
            .setName(name)
            .setTrustRoot(UnsafeByteOperations.unsafeWrap(trustRoot.buffer()))
            .setLinkToken(linkToken)
            .setDevices(LinkingWriter.devices(devices))
            .setAtMs(at.toEpochMilli())
            .setProfileKey(UnsafeByteOperations.unsafeWrap(profileKey.value().buffer()))
            .setProfileKeyRevision(profileKeyRevision);
    people.forEach(person -> fields.addPeople(LinkingWriter.person(person)));
    return fields.build().toByteArray();
  }

  /// @throws MalformedContentException when no version has written it
  public static Provision read(Bytes bytes) throws MalformedContentException {
    try {
      var fields = org.juntos.content.proto.Provision.parseFrom(bytes.buffer());
      return new Provision(
          new DeviceAddress(
              new AccountId(BindingFields.id(fields.getAccountId())), fields.getDeviceId()),
          fields.getName(),
          Bytes.of(fields.getTrustRoot().toByteArray()),
          fields.getLinkToken(),
          LinkingReader.devices(fields.getDevices()),
          ContentReader.time(fields.getAtMs()),
          LinkingReader.people(fields.getPeopleList()),
          new ProfileKey(Bytes.of(fields.getProfileKey().toByteArray())),
          fields.getProfileKeyRevision());
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new MalformedContentException("not a provision");
    }
  }
}
