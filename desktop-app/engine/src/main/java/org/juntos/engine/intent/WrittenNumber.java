package org.juntos.engine.intent;

import java.util.regex.Pattern;

/// Phone numbers as people write them.
public final class WrittenNumber {
  private static final Pattern INTERNATIONAL = Pattern.compile("(\\+|00)[0-9 ()./\\u00A0-]{3,24}");

  private WrittenNumber() {}

  /// Whether somebody who wrote `typed` means a phone number with its country code.
  public static boolean looksLike(String typed) {
    return INTERNATIONAL.matcher(typed.strip()).matches();
  }
}
