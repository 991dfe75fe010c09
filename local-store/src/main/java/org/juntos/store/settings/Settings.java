package org.juntos.store.settings;

import org.jspecify.annotations.Nullable;

/// Small named values, encrypted with everything else.
public interface Settings {
  @Nullable String get(String key);

  void put(String key, String value);

  void remove(String key);

  byte @Nullable [] blob(String key);

  void putBlob(String key, byte[] value);
}
