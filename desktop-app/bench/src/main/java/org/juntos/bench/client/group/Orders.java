package org.juntos.bench.client.group;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// What the process of an author is told, a line each: `group MEMBERS`, answered with `made`, and
/// `write COUNT`, answered with `written`. Ends with standard input.
final class Orders {
  private Orders() {}

  /// Writes to groups.
  interface Author {
    /// Makes a group, to which it writes from now on.
    void group(int members) throws Exception;

    /// Writes one message.
    void write(String text) throws Exception;
  }

  static void obey(Author author) throws Exception {
    System.out.println("online");
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ", -1);
      int count = Integer.parseInt(words[1]);
      if (words[0].equals("group")) {
        author.group(count);
        System.out.println("made");
      } else {
        for (int i = 0; i < count; i++) {
          author.write("Message " + i + " of " + count);
        }
        System.out.println("written");
      }
    }
  }
}
