package org.juntos.relay.http;

import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.juntos.relay.account.HeldStore;
import org.juntos.relay.account.HeldTable;
import org.juntos.relay.account.HeldTable.Cell;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.CertificateAuthority;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.Held;
import org.juntos.wire.proto.SignedHeld;

/// Tells an account all that is held on it, signed.
final class HeldEndpoints {
  private static final String LABEL = "juntos held v1";

  private static final About HELD =
      About.says("Tells an account all that the relay holds on it, signed.")
          .gives(200, SignedHeld.class)
          .refuses(ErrorCode.TOO_LARGE);

  private final HeldStore store;
  private final CertificateAuthority authority;
  private final RateLimit<AccountId> pace;
  private final InstantSource clock;

  /// @param perHour answers that one account gets in an hour: each walks through all its rows
  HeldEndpoints(HeldStore store, CertificateAuthority authority, int perHour, InstantSource clock) {
    this.store = store;
    this.authority = authority;
    this.pace = new RateLimit<>(perHour, Duration.ofHours(1), clock);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Route.authenticated("GET", Paths.HELD, this::held).about(HELD));
  }

  private Answer held(Exchange exchange, DeviceAddress device) throws IOException {
    var wait = pace.take(device.account());
    return wait.isZero()
        ? Answer.of(signed(device.account()), held -> new Answer.Message(200, held))
        : new Answer.Problem(
            new Verdict.Refused<>(
                ErrorCode.RATE_LIMITED, "That was asked too often this hour.", wait));
  }

  private Verdict<SignedHeld> signed(AccountId account) throws IOException {
    var held =
        Held.newBuilder().setAccountId(ToWire.bytes(account.bytes())).setAtMs(clock.millis());
    store.on(account).forEach(table -> held.addTables(table(table)));
    var message = held.build().toByteArray();
    if (message.length > WireLimits.MAX_HELD_BYTES) {
      return Verdict.refused(ErrorCode.TOO_LARGE, "More is held than one answer can carry.");
    }
    var bytes = Bytes.of(message);
    return Verdict.granted(
        SignedHeld.newBuilder()
            .setHeld(ToWire.bytes(bytes))
            .setSignature(ToWire.bytes(authority.sign(LABEL, bytes)))
            .build());
  }

  private static Held.Table table(HeldTable table) {
    var message = Held.Table.newBuilder().setName(table.name()).addAllColumns(table.columns());
    for (var row : table.rows()) {
      var cells = Held.Row.newBuilder();
      row.forEach(cell -> cells.addCells(cell(cell)));
      message.addRows(cells);
    }
    return message.build();
  }

  private static Held.Cell cell(Cell cell) {
    var message = Held.Cell.newBuilder();
    return switch (cell) {
      case Cell.Numeric(var value) -> message.setNumber(value).build();
      case Cell.Text(var value) -> message.setText(value).build();
      case Cell.Binary(var value) ->
          message.setBytes(UnsafeByteOperations.unsafeWrap(value.buffer())).build();
    };
  }
}
