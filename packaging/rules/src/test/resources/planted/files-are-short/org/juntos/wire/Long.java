package org.juntos.wire;

class Long {
  // x299 int field%d;
}
