package org.juntos.bench.client.group;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.Padding;

/// libsignal alone, with everything in memory: `group MEMBERS` says `made`, `write COUNT` encrypts
/// so many messages and says `written`. Ends with standard input.
final class BareMain {
  private BareMain() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("online");
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    BareGroup group = null;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ", -1);
      int count = Integer.parseInt(words[1]);
      if (words[0].equals("group") || group == null) {
        group = BareGroup.of(count);
        System.out.println("made");
      } else {
        for (int i = 0; i < count; i++) {
          group.seal(new byte[Padding.SMALLEST_BUCKET]);
        }
        System.out.println("written");
      }
    }
  }
}
