package org.juntos.engine.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.juntos.content.GroupLink;
import org.juntos.content.MalformedLinkException;
import org.juntos.testkit.network.TcpCable;
import org.juntos.testkit.process.Child;
import org.juntos.testkit.process.CrowdMain;
import org.juntos.testkit.process.RelayMain;
import org.juntos.testkit.process.Talk;

/// A relay and the people of a talk, some with a second device, in processes of their own: the
/// relay in one, and people in houses, each with a cable to the relay.
final class Crowd implements AutoCloseable {
  private static final long PATIENCE_NANOS =
      Long.getLong("juntos.patience.seconds", 300) * 1_000_000_000;
  private static final int TRIES = 100;
  private static final long LOOK_NANOS = 50_000_000;

  private final Path folder;
  private final Talk talk;
  private final Child relay;
  private final List<House> houses = new ArrayList<>();
  private final Map<String, House> homes = new LinkedHashMap<>();

  /// @param devices names of those who live here
  private record House(Child process, TcpCable cable, List<String> devices) {}

  /// @param size houses
  Crowd(Path folder, Talk talk, int size, int secondDevices) throws IOException {
    this.folder = folder;
    this.talk = talk;
    int port = freePort();
    var data = folder.resolve("relay").toString();
    relay =
        new Child(
            RelayMain.class,
            folder.resolve("relay.log"),
            List.of(data, codes().toString(), Integer.toString(port)));
    URI.create(relay.start());
    for (int house = 0; house < size; house++) {
      var devices = new ArrayList<String>();
      for (int person = house; person < talk.people(); person += size) {
        devices.add(Talk.name(person));
      }
      for (int person = 0; person < secondDevices; person++) {
        if (person % size == house) {
          devices.add(second(person));
        }
      }
      build(house, port, devices);
    }
  }

  private static String second(int person) {
    return Talk.name(person) + "-second";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  private void build(int number, int port, List<String> devices) throws IOException {
    var cable = new TcpCable(port);
    var arguments = new ArrayList<String>();
    arguments.add(folder.resolve("house" + number).toString());
    arguments.add(address(cable));
    arguments.add(codes().toString());
    arguments.addAll(devices);
    var process = new Child(CrowdMain.class, folder.resolve("house" + number + ".log"), arguments);
    process.start();
    var house = new House(process, cable, List.copyOf(devices));
    houses.add(house);
    devices.forEach(device -> homes.put(device, house));
  }

  /// What a device answers; empty when it was killed over it.
  String ask(String device, String what) {
    var answer = home(device).process().ask(device + " " + what);
    return answer == null ? "" : answer;
  }

  private House home(String device) {
    var home = homes.get(device);
    if (home == null) {
      throw new IllegalArgumentException(device);
    }
    return home;
  }

  /// The names of all devices, and whose they are.
  Map<String, Integer> devices() {
    var devices = new LinkedHashMap<String, Integer>();
    for (var name : homes.keySet()) {
      var person = name.endsWith("-second") ? name.substring(0, name.indexOf('-')) : name;
      devices.put(name, Integer.parseInt(person.substring(1)));
    }
    return devices;
  }

  /// Makes them know each other.
  void meet() throws InterruptedException {
    for (int person = 0; person < talk.people(); person++) {
      done(Talk.name(person), "register " + Talk.name(person) + " +4915112345" + (100 + person));
    }
    for (int person = 0; person < talk.people(); person++) {
      int next = (person + 1) % talk.people();
      done(Talk.name(person), "add " + ask(Talk.name(next), "link"));
    }
    await(
        "all have two contacts",
        () -> {
          int ready = 0;
          for (int person = 0; person < talk.people(); person++) {
            ready += "2".equals(ask(Talk.name(person), "accept")) ? 1 : 0;
          }
          return ready == talk.people();
        });
    for (int group = 0; group < talk.groups(); group++) {
      found(group);
    }
    for (var second : homes.keySet().stream().filter(name -> name.endsWith("-second")).toList()) {
      done(second.substring(0, second.indexOf('-')), "let " + ask(second, "code"));
      await(second + " joins", () -> "done".equals(ask(second, "join-account")));
      int person = Integer.parseInt(second.substring(1, second.indexOf('-')));
      await(
          second + " knows all",
          () ->
              talk.conversations(person).stream()
                  .allMatch(name -> !"".equals(ask(second, "knows " + name))));
    }
  }

  private void found(int group) throws InterruptedException {
    var name = Talk.group(group);
    var members = talk.members(group);
    done(Talk.name(members.getFirst()), "found " + name);
    var link = answer(Talk.name(members.getFirst()), "group-link " + name);
    for (var member : members.subList(1, members.size())) {
      comes(Talk.name(member), "join " + along(link, member));
    }
    var all = Integer.toString(members.size());
    for (var member : members) {
      var device = Talk.name(member);
      await(
          device + " knows all of " + name,
          () -> all.equals(ask(device, "members " + name)),
          () -> ask(device, "members " + name) + " are known; " + ask(device, "trouble"));
    }
  }

  /// Each house reaches the relay at an address of its own.
  private String along(String link, int person) {
    try {
      var parsed = GroupLink.parse(link);
      var address = address(home(Talk.name(person)).cable());
      return new GroupLink(
              address, parsed.relayPin(), parsed.key(), parsed.password(), parsed.revision())
          .text();
    } catch (MalformedLinkException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static String address(TcpCable cable) {
    return "http://127.0.0.1:" + cable.port();
  }

  private void done(String device, String what) {
    var answer = ask(device, what);
    if (!"done".equals(answer)) {
      throw new AssertionError(device + " " + what + ": " + answer);
    }
  }

  /// What a device answers as soon as it has something to say.
  private String answer(String device, String what) throws InterruptedException {
    var answers = new ArrayList<String>();
    await(
        device + " " + what,
        () -> {
          answers.add(ask(device, what));
          return !answers.getLast().isEmpty();
        });
    return answers.getLast();
  }

  /// A refusal may be over soon: others come in at the same moment.
  private void comes(String device, String what) throws InterruptedException {
    var answers = new ArrayList<String>();
    for (int tries = 0; tries < TRIES; tries++) {
      answers.add(ask(device, what));
      if (answers.getLast().equals("done")) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new AssertionError(device + " " + what + ": " + answers.getLast());
  }

  static void await(String what, Condition condition) throws InterruptedException {
    await(what, condition, () -> "");
  }

  /// @param instead what is the case, if it never comes
  private static void await(String what, Condition condition, Supplier<String> instead)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never: " + what + " " + instead.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// Something to wait for.
  @FunctionalInterface
  interface Condition {
    boolean holds() throws InterruptedException;
  }

  /// Everybody begins to write, or goes on.
  void talk() throws InterruptedException {
    for (int house = 0; house < houses.size(); house++) {
      talk(house);
    }
  }

  private void talk(int house) throws InterruptedException {
    for (var device : houses.get(house).devices()) {
      if (!device.endsWith("-second")) {
        answer(device, "talk " + talk.text() + " " + device.substring(1));
      }
    }
  }

  /// How many messages were written so far.
  int written() {
    int written = 0;
    for (int person = 0; person < talk.people(); person++) {
      var answer = ask(Talk.name(person), "written");
      written += answer.isEmpty() ? 0 : Integer.parseInt(answer);
    }
    return written;
  }

  int houses() {
    return houses.size();
  }

  /// Ends the relay with -9, and starts it again on what it has left.
  void killRelay() throws IOException, InterruptedException {
    relay.kill();
    relay.start();
  }

  /// The same with all who live in a house; they go on with their talk.
  void killHouse(int house) throws IOException, InterruptedException {
    houses.get(house).process().kill();
    houses.get(house).process().start();
    talk(house);
  }

  /// Nothing gets from a house to the relay: either connections are refused, or all is swallowed.
  void partition(int house, boolean silently) {
    if (silently) {
      houses.get(house).cable().pull();
    } else {
      houses.get(house).cable().takeDown();
    }
  }

  /// The way from a house to the relay is as it was.
  void mend(int house) {
    houses.get(house).cable().mend();
  }

  @Override
  public void close() throws IOException {
    for (var house : houses) {
      house.process().close();
      house.cable().close();
    }
    relay.close();
  }
}
