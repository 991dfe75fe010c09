package org.juntos.bench.client.group;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.bench.client.people.Person;
import org.juntos.content.ConversationId;
import org.juntos.launcher.Wiring;

/// The client without a window: `PROFILE`, then [Orders]. Its groups are with its first contacts;
/// the next message is written when the relay has taken the last.
final class GroupMain {
  private GroupMain() {}

  public static void main(String[] arguments) throws Exception {
    try (var wiring = Wiring.ofUser();
        var person = Person.back(wiring, Path.of(arguments[0]))) {
      Orders.obey(new Client(person));
    }
    System.exit(0); // threads of the HTTP client linger
  }

  private static final class Client implements Orders.Author {
    private final Person person;
    private @Nullable ConversationId group;

    Client(Person person) {
      this.person = person;
    }

    @Override
    public void group(int members) throws Exception {
      group = person.founds("Group of " + members, members - 1);
    }

    @Override
    public void write(String text) throws Exception {
      var to = group;
      if (to != null) {
        person.writes(to, text);
        person.untilSent();
      }
    }
  }
}
