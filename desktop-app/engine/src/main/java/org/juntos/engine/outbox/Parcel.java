package org.juntos.engine.outbox;

import java.util.List;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;

/// What leaves in one request.
public sealed interface Parcel permits Batch, Post {
  /// For whom it is: nothing else leaves for them meanwhile.
  Recipient recipient();

  /// What it carries.
  List<Outbox.Job> jobs();
}
