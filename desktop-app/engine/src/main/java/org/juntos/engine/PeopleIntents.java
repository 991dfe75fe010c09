package org.juntos.engine;

import org.juntos.engine.address.AddressDesk;
import org.juntos.engine.contact.ContactBook;
import org.juntos.engine.contact.ContactChanges;
import org.juntos.engine.contact.PictureCodes;
import org.juntos.engine.contact.Reporting;
import org.juntos.engine.contact.SafetyCheck;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.WrittenNumber;

/// Hands each intent about people to whoever answers it.
record PeopleIntents(
    ContactBook book,
    ContactChanges decisions,
    SafetyCheck safety,
    PictureCodes pictures,
    Reporting reporting,
    AddressDesk addresses,
    DiscoveryParts discovery) {
  /// Adds the person of a link, a user name or a phone number.
  Outcome add(String typed) {
    return WrittenNumber.looksLike(typed) ? discovery.numbers().add(typed) : book.add(typed);
  }

  Outcome submit(PeopleIntent intent) throws InterruptedException {
    return switch (intent) {
      case PeopleIntent.LookAtSafetyNumber(var account) -> safety.look(account);
      case PeopleIntent.CompareSafetyNumber(var account, var seen) -> safety.compare(account, seen);
      case PeopleIntent.ScanSafetyNumber(var account, var picture) -> safety.scan(account, picture);
      case PeopleIntent.AddScanned(var picture) -> book.add(picture, pictures);
      case PeopleIntent.SaveCode(var text, var target) -> pictures.save(text, target);
      case PeopleIntent.ReportContact(var account, var reason) -> reporting.report(account, reason);
      case PeopleIntent.ImportCards(var file) -> addresses.read(file);
      case PeopleIntent.LookAtAddressBook() -> addresses.look();
      case PeopleIntent.MatchAddressBook(var country) -> discovery.matching().match(country);
      case PeopleIntent.AddAddress(var id) -> discovery.numbers().addEntry(id);
      case PeopleIntent.LookAtBeingFound() -> discovery.own().look();
      case PeopleIntent.BeFound(var number) -> discovery.own().on(number);
      case PeopleIntent.BeHidden() -> discovery.own().off();
      case PeopleIntent.RemoveAddresses(var ids) -> addresses.remove(ids);
      case PeopleIntent.RefuseContact(var account) -> decisions.refuse(account);
    };
  }
}
