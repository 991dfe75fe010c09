package org.juntos.wire;

class Later {
  // TODO finish
}
