package org.juntos.bench.client.group;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.juntos.bench.client.people.Person;
import org.juntos.content.ConversationId;
import org.juntos.launcher.Wiring;

/// The client without a window: `PROFILE`. Says `online`; `group MEMBERS` makes a group with its
/// first contacts and says `made`; `write COUNT` writes to it, one message after the other was
/// taken by the relay, and says `written`. Ends with standard input.
final class GroupMain {
  private GroupMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var wiring = Wiring.ofUser();
        var person = Person.back(wiring, Path.of(arguments[0]))) {
      System.out.println("online");
      obey(person);
    }
    System.exit(0); // threads of the HTTP client linger
  }

  private static void obey(Person person) throws IOException, InterruptedException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ConversationId group = null;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ", -1);
      int count = Integer.parseInt(words[1]);
      if (words[0].equals("group") || group == null) {
        group = person.founds("Group of " + count, count - 1);
        System.out.println("made");
      } else {
        for (int i = 0; i < count; i++) {
          person.writes(group, "Message " + i + " of " + count);
          person.untilSent();
        }
        System.out.println("written");
      }
    }
  }
}
