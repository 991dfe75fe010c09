package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.juntos.engine.model.SessionView;
import org.juntos.relay.OtpDelivery;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.testkit.Codes;

/// A relay and the people who use it.
final class Town extends People {
  private RelayOptions options;
  private Relay relay;

  Town(Path folder) throws IOException {
    super(folder);
    options =
        RelayOptions.loopback(folder.resolve("relay"))
            .withOtp(new OtpDelivery.ToFile(folder.resolve("codes")))
            .withLimits(RelayLimits.unhurried());
    relay = Relay.start(options, InstantSource.system(), new SecureRandom());
  }

  void stopRelay() {
    options = options.withPort(relay.port());
    relay.close();
  }

  void startRelay() throws IOException {
    relay = Relay.start(options, InstantSource.system(), new SecureRandom());
  }

  /// Changes what the relay has behind its back.
  void meddle(String sql) throws IOException, SQLException {
    stopRelay();
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("relay/relay.db"));
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
    startRelay();
  }

  /// `old` loses the device and sets up another with the same number.
  Person reinstalled(Person old, String number) throws IOException, InterruptedException {
    var name = "again";
    new Reinstalled(this).make(folder().resolve(name), old.account(), number, this::lastCode);
    var again = returning(name);
    old.until("out", p -> p.session() instanceof SessionView.Deregistered);
    return again;
  }

  @Override
  String address() {
    return relay.address().toString();
  }

  @Override
  String number(int count) {
    return "+4915123456" + (100 + count);
  }

  @Override
  String lastCode() throws IOException {
    return Codes.last(folder().resolve("codes"), number());
  }

  @Override
  public void close() throws IOException {
    super.close();
    relay.close();
  }
}
