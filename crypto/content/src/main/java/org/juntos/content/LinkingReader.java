package org.juntos.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.proto.MissingMessages;
import org.juntos.content.proto.OwnDevices;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// From `linking.proto` to [Linking]. An [IllegalArgumentException] of a record is malformed
/// content, too.
final class LinkingReader {
  private static final int MOST_COUNTED = 127;

  private LinkingReader() {}

  /// Null when it is of a kind that this version does not know.
  static @Nullable Linking read(org.juntos.content.proto.Linking fields)
      throws MalformedContentException {
    return switch (fields.getKindCase()) {
      case ADDED -> new Linking.DeviceAdded(ContentReader.time(fields.getAdded().getAtMs()));
      case HELLO ->
          new Linking.Hello(
              fields.getHello().getName(), ContentReader.time(fields.getHello().getSinceMs()));
      case COPY -> copy(fields.getCopy());
      case READ ->
          new Linking.ReadMark(
              account(fields.getRead().getPeer()),
              fields.getRead().getMessageIdsList().stream()
                  .map(BindingFields::id)
                  .map(MessageId::new)
                  .toList());
      case PEOPLE -> new Linking.People(people(fields.getPeople().getPeopleList()));
      case PROFILE -> new Linking.Profile(fields.getProfile().getName());
      case DEVICES -> devices(fields.getDevices());
      case MISSING -> missing(fields.getMissing());
      case ADDRESS_BOOK -> addressBook(fields.getAddressBook());
      case PROFILE_KEY ->
          new Linking.OwnKey(
              new ProfileKey(bytes(fields.getProfileKey().getProfileKey())),
              fields.getProfileKey().getRevision());
      case PRESENCE ->
          new Linking.PresenceShared(
              fields.getPresence().getHidden(),
              ContentReader.time(fields.getPresence().getChangedAtMs()));
      case DISCOVERABILITY -> new Linking.Discoverable(fields.getDiscoverability().getOn());
      case CHANGE -> ChangeReader.copy(fields.getChange());
      case HIDDEN -> ChangeReader.hidden(fields.getHidden());
      case CHOICES -> ChoiceReader.read(fields.getChoices());
      case TIMER -> VanishingFields.told(fields.getTimer());
      case RETENTION -> VanishingFields.retention(fields.getRetention());
      case STARRED -> ChangeReader.starred(fields.getStarred());
      case PLAYED -> ChangeReader.played(fields.getPlayed());
      case STICKER_PACKS -> StickerFields.chosen(fields.getStickerPacks());
      case KIND_NOT_SET -> none(fields);
    };
  }

  private static Linking missing(MissingMessages fields) throws MalformedContentException {
    return new Linking.Missing(
        account(fields.getPeer()), fields.getAuthorDevice(), fields.getFirst(), fields.getLast());
  }

  private static @Nullable Linking none(org.juntos.content.proto.Linking fields)
      throws MalformedContentException {
    if (fields.getUnknownFields().asMap().isEmpty()) {
      throw new MalformedContentException("nothing is said to a device");
    }
    return null;
  }

  private static @Nullable Linking copy(org.juntos.content.proto.Copy fields)
      throws MalformedContentException {
    var message = message(fields.getMessage());
    return message == null
        ? null
        : new Linking.Copy(
            account(fields.getPeer()),
            new DeviceAddress(account(fields.getAuthorAccount()), fields.getAuthorDevice()),
            fields.getSequence(),
            new MessageId(BindingFields.id(fields.getMessageId())),
            message,
            ContentReader.time(fields.getAcceptedAtMs()));
  }

  static Content.@Nullable Message message(ByteString serialized) throws MalformedContentException {
    try {
      return ContentReader.message(org.juntos.content.proto.Message.parseFrom(serialized));
    } catch (InvalidProtocolBufferException _) {
      throw new MalformedContentException("a copy of no message");
    }
  }

  private static Linking addressBook(org.juntos.content.proto.AddressBook fields) {
    var entries =
        fields.getEntriesList().stream()
            .map(entry ->
                new AddressEntry(
                    bytes(entry.getId()),
                    entry.getName(),
                    entry.getPhonesList(),
                    entry.getEmailsList()))
            .toList();
    var found = new HashMap<Bytes, AccountId>();
    fields
        .getFoundList()
        .forEach(one -> found.put(bytes(one.getEntryId()), account(one.getAccount())));
    var removed = fields.getRemovedIdsList().stream().map(LinkingReader::bytes).toList();
    return new Linking.AddressBook(entries, removed, found);
  }

  static List<Person> people(List<org.juntos.content.proto.Person> fields)
      throws MalformedContentException {
    var people = new ArrayList<Person>(fields.size());
    for (var person : fields) {
      people.add(person(person));
    }
    return people;
  }

  private static Person person(org.juntos.content.proto.Person fields)
      throws MalformedContentException {
    if (fields.getCountedCount() > MOST_COUNTED || fields.getListedCount() > MOST_COUNTED) {
      throw new MalformedContentException("too many devices of a person");
    }
    var listed = new HashMap<Integer, Integer>();
    for (var device : fields.getListedList()) {
      listed.put(device.getId(), device.getRegistrationId());
    }
    var counted = new HashMap<Integer, Long>();
    for (var count : fields.getCountedList()) {
      counted.put(count.getDevice(), count.getHighest());
    }
    return new Person(
        account(fields.getAccount()),
        fields.getName(),
        standing(fields.getStanding()),
        bytes(fields.getIdentityKey()),
        fields.getVerified(),
        fields.getRelay(),
        ContentReader.time(fields.getSinceMs()),
        ContentReader.time(fields.getChangedAtMs()),
        counted,
        fields.getListRevision(),
        listed,
        new ProfileKey(bytes(fields.getProfileKey())),
        ContentReader.time(fields.getKeyAtMs()));
  }

  private static Person.Standing standing(org.juntos.content.proto.Person.Standing standing)
      throws MalformedContentException {
    return switch (standing) {
      case REQUESTED -> Person.Standing.REQUESTED;
      case ASKING -> Person.Standing.ASKING;
      case ACCEPTED -> Person.Standing.ACCEPTED;
      case BLOCKED -> Person.Standing.BLOCKED;
      case REFUSED -> Person.Standing.REFUSED;
      case REMOVED -> Person.Standing.REMOVED;
      case STANDING_UNSPECIFIED, UNRECOGNIZED ->
          throw new MalformedContentException("a standing that is none");
    };
  }

  static Linking.Devices devices(OwnDevices fields) throws MalformedContentException {
    var devices = new ArrayList<Linking.Devices.Named>();
    for (var device : fields.getDevicesList()) {
      devices.add(
          new Linking.Devices.Named(
              device.getId(), device.getName(), ContentReader.time(device.getLinkedAtMs())));
    }
    return new Linking.Devices(bytes(fields.getList()), bytes(fields.getSignature()), devices);
  }

  private static AccountId account(ByteString bytes) {
    return new AccountId(BindingFields.id(bytes));
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.of(bytes.toByteArray());
  }
}
