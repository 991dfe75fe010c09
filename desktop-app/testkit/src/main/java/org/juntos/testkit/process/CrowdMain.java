package org.juntos.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Several people with real engines in one process: `FOLDER RELAY CODES NAME...`, a name for each
/// device. Prints `ready` and answers each line `NAME VERB REST` of standard input with one line.
public final class CrowdMain {
  private CrowdMain() {}

  /// Blocks until standard input ends.
  ///
  /// @throws Exception when it cannot start: the process ends with the stack trace
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var residents = new HashMap<String, Resident>();
    for (int i = 3; i < arguments.length; i++) {
      residents.put(
          arguments[i],
          new Resident(folder.resolve(arguments[i]), arguments[1], Path.of(arguments[2])));
    }
    answer(residents);
    residents.values().forEach(Resident::close);
  }

  private static void answer(Map<String, Resident> residents)
      throws IOException, InterruptedException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready " + residents.size());
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ", 3);
      var resident = residents.get(words[0]);
      System.out.println(
          resident == null ? "who?" : resident.answer(words[1], words.length > 2 ? words[2] : ""));
    }
  }
}
