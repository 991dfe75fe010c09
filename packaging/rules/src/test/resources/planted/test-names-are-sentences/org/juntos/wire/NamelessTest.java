package org.juntos.wire;

class NamelessTest {
  @org.junit.jupiter.api.Test
  void works() {}
}
