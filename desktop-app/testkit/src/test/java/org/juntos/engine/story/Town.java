package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.media.MediaPreparation;
import org.juntos.relay.OtpDelivery;
import org.juntos.relay.Relay;
import org.juntos.relay.RelayOptions;
import org.juntos.relay.limit.RelayLimits;

/// A relay and the people who use it.
final class Town implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d+)\"");

  private final Path folder;
  private final List<Person> people = new ArrayList<>();
  private RelayOptions options;
  private Relay relay;

  Town(Path folder) throws IOException {
    this.folder = folder;
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

  String address() {
    return relay.address().toString();
  }

  Path folder() {
    return folder;
  }

  /// Somebody who has not registered yet.
  Person stranger(String name, RelayLinks links) throws IOException {
    return stranger(name, links, new PlainMedia());
  }

  private Person stranger(String name, RelayLinks links, MediaPreparation media)
      throws IOException {
    var person = new Person(folder.resolve(name), links, media);
    people.add(person);
    return person;
  }

  /// Somebody who has registered and is connected.
  Person person(String name) throws IOException, InterruptedException {
    return person(name, Person.network());
  }

  /// Somebody whose profile is there already.
  Person returning(String name) throws IOException, InterruptedException {
    var person = stranger(name, Person.network());
    person.done(new Intent.Unlock(Person.passphrase()));
    person.start();
    return person;
  }

  Person person(String name, RelayLinks links) throws IOException, InterruptedException {
    return registered(name, stranger(name, links));
  }

  /// Somebody whose files are prepared by `media`.
  Person person(String name, MediaPreparation media) throws IOException, InterruptedException {
    return registered(name, stranger(name, Person.network(), media));
  }

  private Person registered(String name, Person person) throws IOException, InterruptedException {
    person.done(new Intent.StartRegistration(address(), number()));
    person.done(new Intent.ConfirmCode(lastCode()));
    person.done(new Intent.CreateProfile(name, Person.passphrase()));
    person.start();
    return person;
  }

  /// The number of whoever came last.
  String number() {
    return "+4915123456" + (100 + people.size());
  }

  String lastCode() throws IOException {
    var last = "";
    for (var line : Files.readAllLines(folder.resolve("codes"))) {
      var found = CODE.matcher(line);
      last = found.find() ? found.group(1) : last;
    }
    return last;
  }

  /// Makes two people contacts.
  static void introduce(Person one, Person other) throws InterruptedException {
    one.done(new Intent.AddContact(other.ready().link()));
    other.until("the request arrives", p -> !p.contacts().isEmpty());
    other.done(new Intent.AcceptContact(one.account()));
    one.until("the answer arrives", p -> p.isContact(other));
  }

  @Override
  public void close() {
    people.forEach(Person::close);
    relay.close();
  }
}
