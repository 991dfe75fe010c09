package org.juntos.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What `juntos relay doctor` said.
record DoctorRun(int code, String out, String err) {
  static DoctorRun of(Path data, int port, String... more) {
    var words = new ArrayList<String>();
    words.addAll(List.of("doctor", "--data", data.toString()));
    words.addAll(List.of("--port", String.valueOf(port)));
    words.addAll(Arrays.asList(more));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            words.toArray(new String[0]),
            Map.of(),
            _ -> 9,
            new PrintWriter(out),
            new PrintWriter(err));
    return new DoctorRun(code, out.toString(), err.toString());
  }

  String line(String check) {
    return out.lines()
        .filter(line -> line.matches("[a-z]+ +" + check + " .*"))
        .findFirst()
        .orElse("no line");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
