package org.juntos.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// What a server's process and the bench say to each other on its standard streams: the address
/// first, then a figure for each line that asks for one. The end of standard input ends the server.
public final class Serving {
  static final String HEAP = "heap";

  private Serving() {}

  /// Prints `address` and answers until standard input ends.
  public static void at(String address) throws IOException {
    System.out.println(address);
    var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = asked.readLine(); line != null; line = asked.readLine()) {
      if (line.equals(HEAP)) {
        System.out.println(heapBytes());
      }
    }
  }

  /// What is reachable, in bytes.
  private static long heapBytes() {
    var runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
