package org.juntos.launcher.demo;

import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ConversationView;

/// Who takes part. Ana and Ben become contacts; Cleo stays a stranger to both.
record Cast(DemoPerson ana, DemoPerson ben, DemoPerson cleo) {
  List<DemoPerson> all() {
    return List.of(ana, ben, cleo);
  }

  /// The group that Ana is in.
  ConversationId group() {
    return ana.engine().models().conversations().value().stream()
        .filter(one -> one.group() != null)
        .map(ConversationView::id)
        .findFirst()
        .orElseThrow(() -> new DemoFailure("Ana is in no group"));
  }

  List<DemoPerson> othersThan(DemoPerson one) {
    return all().stream().filter(person -> person != one).toList();
  }
}
