package org.juntos.wire;

class Long {
  int run(int sum) {
    // x13 sum += %d;
    return sum;
  }
}
