package org.juntos.rules;

import java.util.List;

/// Where a rule does not hold, and why. An entry that covers nothing any more fails the build.
final class Exemptions {
  static final List<Exemption> ALL =
      List.of(
          new Exemption(
              "nothing-is-left-open",
              "org.juntos.rules.Words",
              "the rule has to spell what it looks for"),
          new Exemption(
              "only-http-sees-jetty",
              "org.juntos.bench.floor.",
              "the floor is what Jetty alone can do; the relay is measured beside it"),
          new Exemption(
              "only-stores-see-sql",
              "org.juntos.bench.floor.",
              "the floor is what SQLite alone can do; the relay is measured beside it"),
          new Exemption(
              "only-crypto-and-sealed-see-libsignal",
              "org.juntos.bench.server.BenchIdentity",
              "the generator registers accounts, for which keys have to be signed"));

  private Exemptions() {}

  static boolean cover(Rule rule, Finding finding) {
    return ALL.stream().anyMatch(exemption -> exemption.covers(rule.name(), finding));
  }
}
