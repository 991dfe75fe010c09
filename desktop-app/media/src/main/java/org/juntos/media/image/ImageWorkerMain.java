package org.juntos.media.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// The worker process. Arguments: most bytes and most pixels of an image.
final class ImageWorkerMain {
  private static final int BUFFER_BYTES = 1 << 16;

  private ImageWorkerMain() {}

  static void main(String[] arguments) throws IOException {
    var answers = System.out;
    System.setOut(System.err); // nothing else may write into the answers
    ImageIO.setUseCache(false);
    var in = new DataInputStream(new BufferedInputStream(System.in, BUFFER_BYTES));
    var out = new DataOutputStream(new BufferedOutputStream(answers, BUFFER_BYTES));
    new WorkerLoop(in, out, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])).run();
  }
}
