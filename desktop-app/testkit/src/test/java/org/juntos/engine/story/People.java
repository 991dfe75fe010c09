package org.juntos.engine.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Protection;
import org.juntos.media.MediaPreparation;

/// Those who use one relay.
abstract class People implements AutoCloseable {
  private final Path folder;
  private final List<Person> people = new ArrayList<>();

  /// @param folder for their profiles
  People(Path folder) {
    this.folder = folder;
  }

  /// Where they find the relay.
  abstract String address();

  /// The number of the `count`th of them.
  abstract String number(int count);

  /// The last code that was sent to whoever came last.
  abstract String lastCode() throws IOException;

  /// The number of whoever came last.
  final String number() {
    return number(people.size());
  }

  final Path folder() {
    return folder;
  }

  /// Somebody who has not registered yet.
  final Person stranger(String name, RelayLinks links) throws IOException {
    return stranger(name, links, new PlainMedia());
  }

  private Person stranger(String name, RelayLinks links, MediaPreparation media)
      throws IOException {
    var person = new Person(folder.resolve(name), links, media);
    people.add(person);
    return person;
  }

  /// Somebody who has registered and is connected.
  final Person person(String name) throws IOException, InterruptedException {
    return person(name, Person.network());
  }

  /// Somebody whose profile is there already.
  final Person returning(String name) throws IOException, InterruptedException {
    var person = stranger(name, Person.network());
    person.unlock();
    person.start();
    return person;
  }

  final Person person(String name, RelayLinks links) throws IOException, InterruptedException {
    return registered(name, stranger(name, links));
  }

  /// Somebody whose files are prepared by `media`.
  final Person person(String name, MediaPreparation media)
      throws IOException, InterruptedException {
    return registered(name, stranger(name, Person.network(), media));
  }

  private Person registered(String name, Person person) throws IOException, InterruptedException {
    person.done(new Intent.StartRegistration(address(), number()));
    person.done(new Intent.ConfirmCode(lastCode()));
    person.done(new Intent.CreateProfile(name, new Protection.Keyring()));
    person.start();
    return person;
  }

  /// Makes two people contacts.
  static void introduce(Person one, Person other) throws InterruptedException {
    one.done(new Intent.AddContact(other.ready().link()));
    other.until("the request arrives", p -> p.knows(one));
    other.done(new Intent.AcceptContact(one.account()));
    one.until("the answer arrives", p -> p.isContact(other));
  }

  @Override
  public void close() throws IOException {
    people.forEach(Person::close);
  }
}
