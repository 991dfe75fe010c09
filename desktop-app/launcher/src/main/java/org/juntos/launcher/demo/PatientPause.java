package org.juntos.launcher.demo;

import java.util.function.BooleanSupplier;

/// Looks every few hundredths of a second.
record PatientPause(Sleeper sleeper) implements Pause {
  private static final long STEP_MILLIS = 30;

  @Override
  public void until(String what, long seconds, BooleanSupplier done) throws InterruptedException {
    for (long waited = 0; !done.getAsBoolean(); waited += STEP_MILLIS) {
      if (waited > seconds * 1000) {
        throw new DemoFailure("waited " + seconds + " s in vain until " + what);
      }
      sleeper.sleep(STEP_MILLIS);
    }
  }
}
