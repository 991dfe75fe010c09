package org.juntos.rules;

import java.util.List;

/// One thing the house agreed on.
interface Rule {
  /// The rule as a sentence; also the name of the folder with a planted violation.
  String name();

  List<Finding> findings(House house);
}
