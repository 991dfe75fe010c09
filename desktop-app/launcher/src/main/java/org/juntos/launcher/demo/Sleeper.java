package org.juntos.launcher.demo;

/// Real sleep, handed in by the entry point.
@FunctionalInterface
public interface Sleeper {
  void sleep(long millis) throws InterruptedException;
}
