package org.juntos.cli.command;

import picocli.CommandLine.Command;

/// Asks for JSON-RPC instead of one verb.
@Command(
    name = "daemon",
    description = {
      "Stay connected. Reads JSON-RPC 2.0 requests, one object a line, from standard input, and writes"
          + " answers and notifications to standard output. The methods are the commands, their"
          + " parameters named as the options. Ends with standard input."
    })
public final class DaemonCommand {}
