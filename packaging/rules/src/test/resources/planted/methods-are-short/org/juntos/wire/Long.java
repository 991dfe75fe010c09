package org.juntos.wire;

class Long {
  int run(int sum) {
    // x38 sum += %d;
    return sum;
  }
}
