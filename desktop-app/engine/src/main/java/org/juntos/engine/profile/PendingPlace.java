package org.juntos.engine.profile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a registration or a change of address is kept until it is over.
interface PendingPlace {
  /// Null when there is none, or none that can be read: then it starts over.
  @Nullable PendingRegistration load() throws IOException;

  /// On disk when this returns.
  void save(PendingRegistration pending) throws IOException;

  void delete() throws IOException;
}
