package org.juntos.launcher.demo;

import java.util.List;

/// Who takes part. Ana and Ben become contacts; Cleo stays a stranger to both.
record Cast(DemoPerson ana, DemoPerson ben, DemoPerson cleo) {
  List<DemoPerson> all() {
    return List.of(ana, ben, cleo);
  }

  List<DemoPerson> othersThan(DemoPerson one) {
    return all().stream().filter(person -> person != one).toList();
  }
}
