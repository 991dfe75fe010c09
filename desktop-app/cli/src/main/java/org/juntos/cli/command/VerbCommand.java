package org.juntos.cli.command;

import java.io.IOException;
import java.io.InputStream;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;

/// A command that asks for one thing.
@FunctionalInterface
public interface VerbCommand {
  /// What was asked for.
  ///
  /// @param input standard input, for text that is given there
  Verb verb(InputStream input) throws Refusal, IOException;
}
