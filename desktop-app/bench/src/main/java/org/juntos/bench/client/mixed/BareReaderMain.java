package org.juntos.bench.client.mixed;

import java.io.IOException;
import java.util.ArrayList;
import org.juntos.wire.Padding;

/// libsignal alone, with everything in memory: `COUNT OF_GROUP`. Says `prepared` when so many
/// messages are sealed, waits for a line, opens all, says `opened`, and ends with standard input.
final class BareReaderMain {
  private BareReaderMain() {}

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    int ofGroup = Integer.parseInt(arguments[1]);
    var pair = BarePair.met();
    var sealed = new ArrayList<byte[]>();
    int group = 0;
    for (int i = 0; i < count + ofGroup; i++) {
      boolean toGroup = (long) (group + 1) * (count + ofGroup) <= (long) (i + 1) * ofGroup;
      group += toGroup ? 1 : 0;
      sealed.add(pair.seal(new byte[Padding.SMALLEST_BUCKET], toGroup));
    }
    System.out.println("prepared");
    untilLine();
    for (var one : sealed) {
      pair.open(one);
    }
    System.out.println("opened");
    untilLine();
    System.exit(0);
  }

  private static void untilLine() throws IOException {
    int read = System.in.read();
    while (read >= 0 && read != '\n') {
      read = System.in.read();
    }
  }
}
