package org.juntos.relay.admin.console;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.juntos.relay.limit.RelayLimits;

/// The limits in force.
record LimitsPage(RelayLimits limits) implements Page {
  @Override
  public String title() {
    return "Limits";
  }

  @Override
  public Markup body(Visit visit) {
    return Markup.of(
        "<p class=\"note\">They change with the settings, at the next start.</p>{}{}{}{}{}",
        table("Requests", requests()),
        table("Codes", codes()),
        table("Messages", messages()),
        table("Files and disk", files()),
        table("Accounts", accounts()));
  }

  private static Markup table(String title, Stream<Markup> rows) {
    return Tables.of(title, List.of("Limit", "In force"), Markup.all(rows));
  }

  private static Markup count(String name, int limit) {
    return Tables.row(name, limit == Integer.MAX_VALUE ? "none" : Figures.count(limit));
  }

  private Stream<Markup> requests() {
    var requests = limits.requests();
    return Stream.of(
        count("Requests a minute from one address", requests.perAddressPerMinute()),
        count("Requests a minute of one account", requests.perAccountPerMinute()),
        count("Streams from one address", requests.streamsPerAddress()),
        count("Messages a day to strangers, of one account", limits.askedPerDay()),
        count(
            "Prekey bundles of one account an hour, for one requester",
            limits.bundleHandOutsPerHour()));
  }

  private Stream<Markup> accounts() {
    var accounts = limits.accounts();
    boolean kept = accounts.idleDays() == RelayLimits.Accounts.NEVER;
    return Stream.of(
        Tables.row("A registration lock holds for", Figures.time(days(accounts.lockDays()))),
        Tables.row(
            "An account that nobody uses is kept for",
            kept ? "ever" : Figures.time(days(accounts.idleDays()))),
        count("User names that one account looks up a day", accounts.nameLookupsPerDay()));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private Stream<Markup> codes() {
    var codes = limits.codes();
    return Stream.of(
        count("Codes a day for one number or e-mail address", codes.perNumberPerDay()),
        count("Codes an hour from one address", codes.perAddressPerHour()),
        count("Tries for a code", codes.tries()),
        Tables.row("A code is good for", Figures.time(codes.lifetime())));
  }

  private Stream<Markup> messages() {
    var mailbox = limits.mailbox();
    return Stream.of(
        count("Messages that wait for one device", mailbox.envelopes()),
        Tables.row("Bytes that wait for one device", Figures.bytes(mailbox.bytes())),
        Tables.row("A message waits for", Figures.time(mailbox.expiry())));
  }

  private Stream<Markup> files() {
    var blobs = limits.blobs();
    return Stream.of(
        Tables.row("The largest file", Figures.bytes(blobs.bytes())),
        Tables.row("All files of one account", Figures.bytes(blobs.bytesPerAccount())),
        Tables.row("A file is kept for", Figures.time(blobs.expiry())),
        Tables.row("Disk that is kept free", Figures.bytes(limits.reservedDiskBytes())));
  }
}
