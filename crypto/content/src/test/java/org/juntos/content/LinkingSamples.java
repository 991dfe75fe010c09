package org.juntos.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What the devices of an account say to each other.
final class LinkingSamples {
  static final Bytes KEY = Bytes.ofHex("05" + "11".repeat(31) + "22");

  private LinkingSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("device-added", new Linking.DeviceAdded(Samples.NOON));
    golden.put("hello", new Linking.Hello("Laptop \u00c4", Samples.NOON));
    golden.put(
        "copy",
        new Linking.Copy(
            Samples.BOB,
            new DeviceAddress(Samples.ALICE, 3),
            7L << 21,
            new MessageId(new UUID(5, 6)),
            (Content.Message) Samples.text("from the other device"),
            Samples.NOON));
    golden.put(
        "read-mark", new Linking.ReadMark(Samples.BOB, List.of(new MessageId(new UUID(7, 8)))));
    golden.put("people", new Linking.People(List.of(person())));
    golden.put("own-profile", new Linking.Profile("Alice"));
    golden.put("own-devices", devices());
    golden.put("address-book", addressBook());
    golden.put("presence-shared", new Linking.PresenceShared(true, Samples.NOON));
    golden.put("own-key", new Linking.OwnKey(new ProfileKey(Samples.filled(32, 0x78)), 3));
    golden.put(
        "address-book-found",
        Linking.AddressBook.found(Map.of(Samples.filled(16, 0x42), Samples.BOB)));
    golden.put("discoverable", new Linking.Discoverable(true));
    golden.put("missing-messages", new Linking.Missing(Samples.BOB, 2, 5, 9));
    ChoiceSamples.put(golden);
  }

  static Linking.AddressBook addressBook() {
    var entry =
        new AddressEntry(
            Samples.filled(16, 0x42),
            "Inês Carvalho",
            List.of("+351 21 123 4567"),
            List.of("ines@example.org"));
    return new Linking.AddressBook(List.of(entry), List.of(Samples.filled(16, 0x43)), Map.of());
  }

  static Person person() {
    return new Person(
        Samples.BOB,
        "Bob",
        Person.Standing.ACCEPTED,
        KEY,
        true,
        "https://relay.example:8443",
        Samples.NOON,
        Samples.NOON,
        Map.of(1, 17L, 2, 3L << 21),
        4,
        Map.of(1, 77, 2, 78),
        new ProfileKey(Samples.filled(32, 0x77)),
        Samples.NOON);
  }

  static Linking.Devices devices() {
    return new Linking.Devices(
        Samples.filled(20, 0x55),
        Samples.filled(64, 0x66),
        List.of(
            new Linking.Devices.Named(1, "Desktop", Samples.NOON),
            new Linking.Devices.Named(2, "Laptop", Samples.NOON)));
  }
}
