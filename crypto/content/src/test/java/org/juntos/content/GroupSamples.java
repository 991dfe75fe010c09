package org.juntos.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What is said about groups.
final class GroupSamples {
  static final ConversationId GROUP = new ConversationId(new UUID(11, 12));

  private static final AccountId CARLA = new AccountId(new UUID(13, 14));

  private GroupSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put(
        "group-sender-key",
        new GroupContent.SenderKey(GROUP, Samples.filled(90, 0x31), 5L << 21, "Alice"));
    golden.put("group-introduction", introduction());
    golden.put("group-updated", GroupContent.Updated.of(GROUP));
    golden.put("group-farewell", new GroupContent.Updated(GROUP, Samples.filled(300, 0x35)));
    golden.put("group-missing", new GroupContent.Missing(GROUP, device(), 3, 9));
    golden.put(
        "group-original", new GroupContent.Original(GROUP, device(), Samples.filled(120, 0x36)));
    golden.put(
        "group-sent",
        new GroupContent.Sent(
            GROUP,
            2,
            7L << 21,
            new MessageId(new UUID(5, 6)),
            (Content.Message) Samples.text("to all"),
            Samples.NOON,
            List.of(Samples.BOB, CARLA)));
    golden.put("group-read", new GroupContent.Read(GROUP, List.of(new MessageId(new UUID(7, 8)))));
  }

  static Binding binding() {
    return new Binding(
        new DeviceAddress(Samples.ALICE, 1),
        new Audience.Group(17, Samples.filled(32, 0x41)),
        GROUP,
        MessageId.parse("00112233-4455-6677-8899-aabbccddeeff"),
        9);
  }

  static GroupPerson person() {
    return new GroupPerson(CARLA, "Carla \u00c4", LinkingSamples.KEY);
  }

  static GroupLink link() {
    return new GroupLink(
        "https://relay.example:8443", Bytes.EMPTY, key(), Samples.filled(16, 0x38), 4);
  }

  static GroupKey key() {
    return new GroupKey(Samples.filled(GroupKey.BYTES, 0x32));
  }

  private static GroupContent.Introduction introduction() {
    return new GroupContent.Introduction(
        key(), 4, Samples.filled(32, 0x33), Samples.filled(200, 0x34), List.of(person()));
  }

  private static DeviceAddress device() {
    return new DeviceAddress(Samples.BOB, 3);
  }
}
