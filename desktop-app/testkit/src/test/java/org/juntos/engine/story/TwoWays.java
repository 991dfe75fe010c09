package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.model.RelayView;
import org.juntos.relay.ListedAddress;
import org.juntos.relay.Tls;
import org.juntos.testkit.RealRelay;
import org.juntos.testkit.network.TcpCable;

/// People and a relay that is reached through two cables, of which they know the first at first.
final class TwoWays extends People {
  private final RealRelay relay;
  private final TcpCable first;
  private final TcpCable second;

  TwoWays(Path folder) throws IOException {
    super(folder);
    relay =
        RealRelay.start(
            folder.resolve("relay"), new Tls.Off(), InstantSource.system(), new SecureRandom());
    first = new TcpCable(relay.address().uri().getPort());
    second = new TcpCable(relay.address().uri().getPort());
  }

  /// Lets the relay say that it is reached through both.
  TwoWays listed() throws IOException {
    list(
        new ListedAddress("near", "http://" + authority(first)),
        new ListedAddress("far", "http://" + authority(second)));
    return this;
  }

  void list(ListedAddress... addresses) throws IOException {
    relay.list(List.of(addresses));
  }

  TcpCable first() {
    return first;
  }

  TcpCable second() {
    return second;
  }

  static String authority(TcpCable cable) {
    return "127.0.0.1:" + cable.port();
  }

  /// Waits until somebody is connected through `cable` and has everything.
  static void awaitThrough(TcpCable cable, Person person) throws InterruptedException {
    person.until(
        "connected through " + authority(cable),
        p -> p.isCaughtUp() && authority(cable).equals(p.route()));
  }

  /// Waits until somebody knows both addresses.
  static void awaitBoth(Person person) throws InterruptedException {
    person.until("knows both addresses", p -> p.relays().size() == 2);
  }

  static boolean isOnline(Person person) {
    return person.connection().state() instanceof State.Online;
  }

  static boolean isFailing(RelayView relay) {
    return relay.health() == RelayView.Health.FAILING;
  }

  @Override
  String address() {
    return "http://" + authority(first);
  }

  @Override
  String number(int count) {
    return "+4915123456" + (100 + count);
  }

  @Override
  String lastCode() throws IOException {
    return relay.code(number());
  }

  @Override
  public void close() throws IOException {
    super.close();
    first.close();
    second.close();
    relay.close();
  }
}
