package org.juntos.relay.admission;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Makes passwords that can be read out: 99 random bits in letters and digits that are told apart.
final class Passwords {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int IN_GROUP = 4;

  private Passwords() {}

  static String generate(SecureRandom random) {
    var password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      append(password, random);
    }
    return password.toString();
  }

  private static void append(StringBuilder password, RandomGenerator random) {
    for (int i = 0; i < IN_GROUP; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
  }
}
