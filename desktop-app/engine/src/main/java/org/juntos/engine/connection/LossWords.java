package org.juntos.engine.connection;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// Why a connection is lost, in a sentence for a person.
final class LossWords {
  static final String NONSENSE = "The relay sent something that no relay sends.";

  static final String SILENT = "The relay does not answer.";

  private LossWords() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case UnknownHostException _ -> "The name of the relay cannot be found.";
      case ConnectException _ -> "The relay cannot be reached.";
      case NoRouteToHostException _ -> "There is no network.";
      case InterruptedIOException _ -> SILENT;
      case SSLException _ -> "No secure connection to the relay can be made.";
      case ContractException _ -> NONSENSE;
      default -> "The connection to the relay broke.";
    };
  }
}
