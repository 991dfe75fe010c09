package org.juntos.relay.token;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of issuers in other processes. They are read again every minute, and when a token of an
/// unknown key comes, so that keys change without a restart. A source that does not answer keeps
/// the keys it had. Thread-safe.
public final class ForeignKeys implements TrustedKeys {
  private static final Duration OLD = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(ForeignKeys.class);

  private final PublishedKeys own;
  private final List<KeySource> sources;
  private final InstantSource clock;
  private final Map<KeySource, PublishedKeys> known = new HashMap<>();
  private Instant readAt = Instant.MIN;

  /// Reads from `sources`; of two that name people differently, the first is believed.
  ///
  /// @param own keys of this process, trusted before all others
  public ForeignKeys(PublishedKeys own, List<KeySource> sources, InstantSource clock) {
    this.own = own;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  @Override
  public synchronized List<PublicKey> keys() {
    if (isOlderThan(OLD)) {
      read();
    }
    return current();
  }

  @Override
  public synchronized boolean refresh() {
    if (!isOlderThan(BETWEEN)) {
      return false;
    }
    var before = current();
    read();
    return !current().equals(before);
  }

  private boolean isOlderThan(Duration age) {
    var now = clock.instant();
    return now.isBefore(readAt) || !now.isBefore(readAt.plus(age));
  }

  private void read() {
    readAt = clock.instant();
    for (var source : sources) {
      try {
        known.put(source, source.read());
      } catch (IOException failed) {
        LOG.warn("event=otp_keys_unread source={} why={}", source, failed.getMessage());
      }
    }
  }

  private List<PublicKey> current() {
    var read = sources.stream().filter(known::containsKey).toList();
    var first = !own.keys().isEmpty() || read.isEmpty() ? own : published(read.getFirst());
    var keys = new ArrayList<>(own.keys());
    read.stream()
        .filter(source -> isAlike(source, subjects(source), first.subjects()))
        .forEach(source -> keys.addAll(published(source).keys()));
    return List.copyOf(keys);
  }

  private String subjects(KeySource source) {
    return published(source).subjects();
  }

  private PublishedKeys published(KeySource source) {
    return known.getOrDefault(source, PublishedKeys.NONE);
  }

  /// One person must not have two names: a number could hold two accounts.
  private static boolean isAlike(KeySource source, String subjects, String first) {
    boolean alike = subjects.equals(first);
    if (!alike) {
      LOG.error("event=otp_hash_keys_differ source={}", source);
    }
    return alike;
  }
}
