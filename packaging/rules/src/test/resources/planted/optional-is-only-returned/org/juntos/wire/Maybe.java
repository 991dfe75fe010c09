package org.juntos.wire;

class Maybe {
  void take(java.util.Optional<String> perhaps) {}
}
