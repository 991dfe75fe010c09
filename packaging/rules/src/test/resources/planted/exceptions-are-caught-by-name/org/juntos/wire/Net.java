package org.juntos.wire;

class Net {
  void run(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException everything) {
      return;
    }
  }
}
