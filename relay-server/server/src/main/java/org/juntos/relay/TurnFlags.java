package org.juntos.relay;

import java.util.List;
import org.juntos.relay.turn.TurnUri;
import picocli.CommandLine.Option;

/// Options of the relay command about servers that carry calls.
final class TurnFlags {
  @Option(
      names = "--turn",
      paramLabel = "TURN,...",
      split = ",",
      defaultValue = "",
      description = {
        "Servers that carry calls between people whose networks do not let them reach each",
        "other: turn:HOST[:PORT][?transport=udp|tcp] or turns:HOST[:PORT]. `doctor` tries them."
      })
  private List<String> servers = List.of();

  @Option(
      names = "--turn-secret",
      paramLabel = "file:PATH|env:NAME",
      defaultValue = "",
      description = {
        "Where the secret is that they share with the relay (`static-auth-secret` of coturn)."
      })
  private String secret = "";

  /// @throws IllegalArgumentException with one sentence when it cannot be meant so
  TurnOptions options() {
    var uris =
        OptionText.named(
            "--turn", () -> OptionText.said(servers).stream().map(TurnUri::parse).toList());
    if (uris.isEmpty()) {
      return TurnOptions.NONE;
    }
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("--turn needs --turn-secret");
    }
    return new TurnOptions(
        uris, OptionText.named("--turn-secret", () -> SecretSource.parse(secret)));
  }
}
