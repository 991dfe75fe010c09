package org.juntos.rules;

/// One place that breaks a rule.
///
/// @param place the class, or the file where there is no class
/// @param what what is wrong there
record Finding(String place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
