package org.juntos.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

class SafetyDigitsTest {
  private static final Bytes KEY = Bytes.ofHex("0501");

  private final AtomicInteger workedOut = new AtomicInteger();

  @Test
  void are_worked_out_when_somebody_looks_and_only_once() {
    var digits = digits(KEY);

    assertTrue(digits.isKnown());
    assertEquals(digits, digits(KEY));
    assertNotEquals(digits, digits(Bytes.ofHex("0502")));
    assertEquals(0, workedOut.get());

    assertEquals("12345", digits.text());
    assertEquals("12345", digits.text());
    assertEquals(1, workedOut.get());
  }

  @Test
  void of_no_key_are_empty() {
    assertFalse(SafetyDigits.UNKNOWN.isKnown());
    assertEquals("", SafetyDigits.UNKNOWN.text());
  }

  private SafetyDigits digits(Bytes key) {
    return new SafetyDigits(
        key,
        () -> {
          workedOut.incrementAndGet();
          return "12345";
        });
  }
}
