package org.juntos.relay.otp;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.store.OtpStore;
import org.juntos.relay.token.PublishedKeys;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;

/// A code service on a real store, with a sender that keeps what it is given.
final class CodeDesk implements AutoCloseable {
  final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  final RecordingSender sender = new RecordingSender();
  private final SecureRandom random = new SecureRandom();
  private final java.security.KeyPair key = TokenKeys.read(TokenKeys.generate(random));
  private final Path folder;
  private final RelayLimits.Codes rules;
  private final Set<String> countries;
  private OtpStore store;
  private CodeService service;

  CodeDesk(Path folder, RelayLimits.Codes rules, String... countries) throws IOException {
    this.folder = folder;
    this.rules = rules;
    this.countries = Set.of(countries);
    this.store = OtpStore.open(folder);
    this.service = service();
    reopen();
  }

  /// Keeps what was sent.
  static final class RecordingSender implements CodeSender {
    final List<String> codes = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    boolean broken;
    Runnable meanwhile = () -> {};

    @Override
    public void send(Contact to, String code) throws IOException {
      meanwhile.run();
      if (broken) {
        throw new SendFailedException("no carrier");
      }
      codes.add(code);
      contacts.add(to);
    }

    String last() {
      return codes.getLast();
    }

    Contact lastTo() {
      return contacts.getLast();
    }
  }

  /// Ends the service and opens it again on what it kept.
  void reopen() throws IOException {
    store.close();
    store = OtpStore.open(folder);
    var hash = new KeyedHash(new byte[KeyedHash.KEY_BYTES]);
    var secrets =
        new CodeSecrets(
            hash,
            new TokenIssuer(TokenKind.ADMISSION, key.getPrivate(), clock, random),
            new PublishedKeys(List.of(key.getPublic()), hash.fingerprint().hex()),
            random);
    var senders = new Senders(Map.of(ContactKind.PHONE, sender, ContactKind.EMAIL, sender));
    service = new CodeService(rules, countries, senders, secrets, store.codes(), clock);
  }

  CodeService service() {
    return service;
  }

  PublicKey publicKey() {
    return key.getPublic();
  }

  Verdict<CodeSession> ask(String number, String address) throws IOException {
    return service.start(ContactKind.PHONE, number, address);
  }

  Verdict<CodeSession> mail(String address, String from) throws IOException {
    return service.start(ContactKind.EMAIL, address, from);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
