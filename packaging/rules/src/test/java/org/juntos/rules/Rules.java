package org.juntos.rules;

import java.util.List;
import java.util.function.Function;

/// All of them. The name of a rule is also the folder with its planted violation.
final class Rules {
  private record Named(String name, Function<House, List<Finding>> check) implements Rule {
    @Override
    public List<Finding> findings(House house) {
      return check.apply(house);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Rule> ALL =
      List.of(
          new Named("packages-have-no-cycles", Cycles::between),
          new Named("modules-see-what-the-architecture-says", Boundaries::modules),
          new Named("the-front-end-sees-intents-and-models", Boundaries::frontEndAndEngine),
          new Named("only-front-ends-see-javafx", Boundaries::javaFx),
          new Named("only-crypto-and-sealed-see-libsignal", Boundaries::libsignal),
          new Named("only-http-sees-jetty", Boundaries::jetty),
          new Named("only-stores-see-sql", Boundaries::sql),
          new Named("codes-and-accounts-meet-only-in-a-token", Boundaries::codesAndAccounts),
          new Named("time-and-chance-are-arguments", Calls::hiddenTimeAndChance),
          new Named("one-class-of-ui-fx-calls-run-later", Calls::runLater),
          new Named("only-ui-fx-starts-javafx", Calls::startup),
          new Named("static-fields-are-final", Calls::mutableStatics),
          new Named("optional-is-only-returned", Calls::optionals),
          new Named("packages-are-null-marked", Packages::withoutNullMarked),
          new Named("public-types-are-documented", Words::undocumentedTypes),
          new Named("doc-comments-are-whole", Words::cutDocumentation),
          new Named("names-say-something", Words::emptyNames),
          new Named("nothing-is-left-open", Words::leftOpen),
          new Named("exceptions-are-caught-by-name", Words::broadCatches),
          new Named("test-names-are-sentences", Words::namelessTests),
          new Named("files-are-short", Sizes::longFiles),
          new Named("methods-are-short", Sizes::longMethods),
          new Named("most-files-are-shorter", Sizes::mostlyShortFiles),
          new Named("most-methods-are-shorter", Sizes::mostlyShortMethods));

  private Rules() {}
}
