package org.juntos.wire;

class Net {
  void run(Runnable body) {
    try {
      body.run();
    } catch (IllegalStateException | Error everything) {
      return;
    }
  }
}
