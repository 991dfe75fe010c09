package org.juntos.rules;

/// A place where a rule does not hold.
///
/// @param place a class or file, or how their names begin
/// @param reason why the rule is wrong there; for whoever wants to remove the exemption
record Exemption(String rule, String place, String reason) {
  Exemption {
    if (reason.length() < 20) {
      throw new IllegalArgumentException("an exemption needs a reason: " + rule + " " + place);
    }
  }

  boolean covers(String otherRule, Finding finding) {
    return rule.equals(otherRule) && finding.place().startsWith(place);
  }
}
