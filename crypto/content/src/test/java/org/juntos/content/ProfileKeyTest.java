package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProfileKeyTest {
  @Test
  void a_profile_key_is_never_printed() {
    var told = new Content.ContactAccepted("Bob", Samples.NOON, Samples.KEY).toString();
    assertTrue(told.contains("a profile key"), told);
    assertFalse(told.contains("55"), told);
  }
}
