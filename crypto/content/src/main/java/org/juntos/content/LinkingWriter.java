package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.TreeMap;
import org.juntos.content.proto.DeviceAdded;
import org.juntos.content.proto.Discoverability;
import org.juntos.content.proto.Hello;
import org.juntos.content.proto.MissingMessages;
import org.juntos.content.proto.OwnDevices;
import org.juntos.content.proto.OwnProfile;
import org.juntos.content.proto.PresenceShared;
import org.juntos.content.proto.ProfileKeyChanged;
import org.juntos.wire.Bytes;

/// From [Linking] to `linking.proto`.
final class LinkingWriter {
  private LinkingWriter() {}

  static org.juntos.content.proto.Linking write(Linking content) {
    var fields = org.juntos.content.proto.Linking.newBuilder();
    switch (content) {
      case Linking.DeviceAdded(var at) ->
          fields.setAdded(DeviceAdded.newBuilder().setAtMs(at.toEpochMilli()));
      case Linking.Hello(var name, var since) ->
          fields.setHello(Hello.newBuilder().setName(name).setSinceMs(since.toEpochMilli()));
      case Linking.Copy copy -> fields.setCopy(copy(copy));
      case Linking.ReadMark mark -> fields.setRead(read(mark));
      case Linking.People(var people) -> people.forEach(one -> add(fields, one));
      case Linking.Profile(var name) -> fields.setProfile(OwnProfile.newBuilder().setName(name));
      case Linking.Devices devices -> fields.setDevices(devices(devices));
      case Linking.AddressBook book -> fields.setAddressBook(addressBook(book));
      case Linking.Discoverable(var on) ->
          fields.setDiscoverability(Discoverability.newBuilder().setOn(on));
      case Linking.Choices(var choices) -> fields.setChoices(ChoiceWriter.write(choices));
      case Linking.Missing missing -> fields.setMissing(missing(missing));
      case Linking.Changed changed -> fields.setChange(ChangeWriter.copy(changed));
      case Linking.Hidden hidden -> fields.setHidden(ChangeWriter.hidden(hidden));
      case Linking.TimerTold told -> fields.setTimer(VanishingFields.write(told));
      case Linking.Retained retained -> fields.setRetention(VanishingFields.write(retained));
      case Linking.Starred starred -> fields.setStarred(ChangeWriter.starred(starred));
      case Linking.Played played -> fields.setPlayed(ChangeWriter.played(played));
      case Linking.StickerPacks packs -> fields.setStickerPacks(StickerFields.chosen(packs));
      case Linking.PresenceShared(var hidden, var at) ->
          fields.setPresence(
              PresenceShared.newBuilder().setHidden(hidden).setChangedAtMs(at.toEpochMilli()));
      case Linking.OwnKey(var key, var revision) ->
          fields.setProfileKey(
              ProfileKeyChanged.newBuilder()
                  .setProfileKey(bytes(key.value()))
                  .setRevision(revision));
    }
    return fields.build();
  }

  private static org.juntos.content.proto.AddressBook addressBook(Linking.AddressBook book) {
    var fields = org.juntos.content.proto.AddressBook.newBuilder();
    for (var entry : book.entries()) {
      fields
          .addEntriesBuilder()
          .setId(bytes(entry.id()))
          .setName(entry.name())
          .addAllPhones(entry.phones())
          .addAllEmails(entry.emails());
    }
    book.removed().forEach(id -> fields.addRemovedIds(bytes(id)));
    book.found()
        .forEach((id, account) ->
            fields
                .addFoundBuilder()
                .setEntryId(bytes(id))
                .setAccount(BindingFields.bytes(account.value())));
    return fields.build();
  }

  private static void add(org.juntos.content.proto.Linking.Builder fields, Person person) {
    fields.getPeopleBuilder().addPeople(person(person));
  }

  private static org.juntos.content.proto.Copy copy(Linking.Copy copy) {
    return org.juntos.content.proto.Copy.newBuilder()
        .setPeer(BindingFields.bytes(copy.peer().value()))
        .setAuthorAccount(BindingFields.bytes(copy.author().account().value()))
        .setAuthorDevice(copy.author().device())
        .setSequence(copy.sequence())
        .setMessageId(BindingFields.bytes(copy.id().value()))
        .setMessage(ContentWriter.message(copy.message()).toByteString())
        .setAcceptedAtMs(copy.accepted().toEpochMilli())
        .build();
  }

  private static org.juntos.content.proto.ReadMark read(Linking.ReadMark mark) {
    var fields =
        org.juntos.content.proto.ReadMark.newBuilder()
            .setPeer(BindingFields.bytes(mark.peer().value()));
    mark.messages().forEach(id -> fields.addMessageIds(BindingFields.bytes(id.value())));
    return fields.build();
  }

  static org.juntos.content.proto.Person person(Person person) {
    var fields =
        org.juntos.content.proto.Person.newBuilder()
            .setAccount(BindingFields.bytes(person.account().value()))
            .setName(person.name())
            .setStanding(
                switch (person.standing()) {
                  case REQUESTED -> org.juntos.content.proto.Person.Standing.REQUESTED;
                  case ASKING -> org.juntos.content.proto.Person.Standing.ASKING;
                  case ACCEPTED -> org.juntos.content.proto.Person.Standing.ACCEPTED;
                  case BLOCKED -> org.juntos.content.proto.Person.Standing.BLOCKED;
                  case REFUSED -> org.juntos.content.proto.Person.Standing.REFUSED;
                  case REMOVED -> org.juntos.content.proto.Person.Standing.REMOVED;
                })
            .setIdentityKey(bytes(person.identityKey()))
            .setVerified(person.verified())
            .setRelay(person.relay())
            .setSinceMs(person.since().toEpochMilli())
            .setChangedAtMs(person.changedAt().toEpochMilli());
    fields.setListRevision(person.listRevision());
    fields.setProfileKey(bytes(person.profileKey().value()));
    fields.setKeyAtMs(person.keyAt().toEpochMilli());
    new TreeMap<>(person.listed())
        .forEach((device, registrationId) ->
            fields.addListedBuilder().setId(device).setRegistrationId(registrationId));
    new TreeMap<>(person.counted())
        .forEach(
            (device, highest) -> fields.addCountedBuilder().setDevice(device).setHighest(highest));
    return fields.build();
  }

  static OwnDevices devices(Linking.Devices devices) {
    var fields =
        OwnDevices.newBuilder()
            .setList(bytes(devices.list()))
            .setSignature(bytes(devices.signature()));
    for (var device : devices.devices()) {
      fields
          .addDevicesBuilder()
          .setId(device.device())
          .setName(device.name())
          .setLinkedAtMs(device.linkedAt().toEpochMilli());
    }
    return fields.build();
  }

  private static MissingMessages missing(Linking.Missing missing) {
    return MissingMessages.newBuilder()
        .setPeer(BindingFields.bytes(missing.peer().value()))
        .setAuthorDevice(missing.device())
        .setFirst(missing.first())
        .setLast(missing.last())
        .build();
  }

  private static ByteString bytes(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.buffer());
  }
}
