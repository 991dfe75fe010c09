package org.juntos.wire;

class Counter {
  static int count;
}
