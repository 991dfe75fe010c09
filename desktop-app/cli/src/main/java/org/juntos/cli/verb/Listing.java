package org.juntos.cli.verb;

import java.io.IOException;
import java.util.List;
import org.juntos.cli.output.Line;

/// Lists something that this device knows.
interface Listing extends Verb {
  /// What there is now.
  List<Line> lines(Desk desk) throws Refusal, InterruptedException, IOException;

  @Override
  default Rest begin(Desk desk) throws Refusal, InterruptedException, IOException {
    var lines = lines(desk);
    return output -> {
      for (var line : lines) {
        output.print(line);
      }
    };
  }

  @Override
  default boolean isList() {
    return true;
  }

  @Override
  default boolean isOnline() {
    return false;
  }
}
