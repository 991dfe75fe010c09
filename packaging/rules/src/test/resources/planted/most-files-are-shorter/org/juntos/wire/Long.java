package org.juntos.wire;

class Long {
  // x199 int field%d;
}
