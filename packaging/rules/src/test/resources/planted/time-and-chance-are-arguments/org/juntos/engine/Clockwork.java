package org.juntos.engine;

class Clockwork {
  java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now;
}
