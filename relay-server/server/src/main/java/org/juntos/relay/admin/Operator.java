package org.juntos.relay.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.audit.AuditLine;
import org.juntos.relay.http.Services;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.report.ReportStore;
import org.juntos.relay.store.Fill;
import org.juntos.relay.store.HeldOn;
import org.juntos.relay.store.Store;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an operator may ask of a running relay, and have done. Thread-safe.
public final class Operator {
  private static final int PAGE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

  private final Store store;
  private final Services services;
  private final Audit audit;
  private final Sweep sweep;

  /// Acts on `store` and on the roles that run on it.
  public Operator(Store store, Services services, Audit audit, Sweep sweep) {
    this.store = store;
    this.services = services;
    this.audit = audit;
    this.sweep = sweep;
  }

  /// Removes what is over, now and all of it.
  public interface Sweep {
    /// Returns when there is nothing left to remove.
    void all() throws IOException;
  }

  /// How much there is in all. Walks through all that waits: not for every request.
  public Fill fill() throws IOException {
    return store.inventory().fill();
  }

  /// How many accounts are suspended.
  public int suspended() {
    return services.operations().suspensions().count();
  }

  /// Whether `account` is.
  public boolean isSuspended(AccountId account) {
    return services.operations().suspensions().holds(account);
  }

  /// Ids after `after` in their order, at most `atMost`.
  ///
  /// @param after null begins with the first
  public List<AccountId> ids(@Nullable AccountId after, int atMost) throws IOException {
    return store.inventory().accounts(after, atMost);
  }

  /// What is held on `account`; null when there is no such account.
  public @Nullable HeldOn held(AccountId account) throws IOException {
    return store.inventory().on(account);
  }

  /// Whether a device of `account` has a stream open.
  public boolean isConnected(AccountId account, HeldOn.Device device) {
    var address = new DeviceAddress(account, device.number());
    return services.presence().connected(address) != null;
  }

  /// Counts of the last `days` days, oldest first.
  public List<AuditLine> auditLines(int days) throws IOException {
    return audit.lastDays(days);
  }

  /// The limits.
  public RelayLimits limitsInForce() {
    return services.limits();
  }

  Map<String, Object> accounts(@Nullable AccountId after) throws IOException {
    var fill = fill();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("accounts", fill.accounts());
    answer.put("devices", fill.devices());
    answer.put("suspended", suspended());
    answer.put("envelopes", fill.envelopes());
    answer.put("envelopeBytes", fill.envelopeBytes());
    answer.put("groups", fill.groups());
    answer.put("files", fill.files());
    answer.put("fileBytes", fill.fileBytes());
    var ids = ids(after, PAGE);
    answer.put("ids", ids.stream().map(AccountId::toString).toList());
    return answer;
  }

  /// Null when there is no such account.
  @Nullable Map<String, Object> account(AccountId account) throws IOException {
    var held = held(account);
    if (held == null) {
      return null;
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("account", account.toString());
    answer.put("suspended", held.suspended());
    answer.put("locked", held.locked());
    answer.put("lastSeen", held.lastSeen().toString());
    answer.put("files", held.files());
    answer.put("fileBytes", held.fileBytes());
    answer.put("fileShare", share(held));
    answer.put("devices", held.devices().stream().map(device -> device(account, device)).toList());
    return answer;
  }

  private Map<String, Object> device(AccountId account, HeldOn.Device device) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("device", device.number());
    fields.put("connected", isConnected(account, device));
    fields.put("envelopes", device.envelopes());
    fields.put("envelopeBytes", device.envelopeBytes());
    if (device.oldestMs() > 0) {
      fields.put("oldest", Instant.ofEpochMilli(device.oldestMs()).toString());
    }
    fields.put("oneTimePrekeys", device.oneTimePrekeys());
    return fields;
  }

  /// Counts of reports, the accounts with most of them first.
  public List<ReportStore.Count> reported(int atMost) throws IOException {
    return services.ofAccounts().reports().most(atMost);
  }

  Map<String, Object> reports() throws IOException {
    List<Map<String, Object>> lines =
        reported(PAGE).stream()
            .map(count -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("account", count.account().toString());
              fields.put("reason", count.reason().text());
              fields.put("reports", count.count());
              fields.put("firstDay", count.first().toString());
              fields.put("lastDay", count.last().toString());
              return fields;
            })
            .toList();
    return Map.of("reports", lines);
  }

  /// Forgets the reports of `account`; false when there are none.
  boolean clearReports(AccountId account) throws IOException {
    return services.ofAccounts().reports().clear(account);
  }

  /// Deletes all there is of `account`, files too; false when there is no such account.
  public boolean delete(AccountId account) throws IOException {
    if (held(account) == null) {
      return false;
    }
    services.accounts().delete(new DeviceAddress(account, DeviceAddress.PRIMARY_DEVICE));
    sweep.all();
    LOG.info("event=account_deleted by=operator known=true");
    return true;
  }

  /// Gives `account` room for so many bytes of files; false when there is no such account.
  public boolean giveShare(AccountId account, long bytes) throws IOException {
    boolean known = store.shares().set(account, bytes);
    LOG.info("event=file_share_set by=operator bytes={} known={}", bytes, known);
    return known;
  }

  /// Gives `account` the room that all others have; false when there is no such account.
  public boolean usualShare(AccountId account) throws IOException {
    boolean known = store.shares().clear(account);
    LOG.info("event=file_share_cleared by=operator known={}", known);
    return known;
  }

  /// Bytes of files that an account has room for.
  public long share(HeldOn held) {
    return held.fileShare() == HeldOn.NO_SHARE
        ? services.limits().blobs().bytesPerAccount()
        : held.fileShare();
  }

  /// Keeps `account` out; false when there is no such account.
  public boolean suspend(AccountId account) throws IOException {
    boolean known = services.operations().suspensions().suspend(account);
    LOG.info("event=account_suspended by=operator known={}", known);
    return known;
  }

  /// Lets `account` in again; false when there is no such account.
  public boolean resume(AccountId account) throws IOException {
    boolean known = services.operations().suspensions().resume(account);
    LOG.info("event=account_resumed by=operator known={}", known);
    return known;
  }

  Map<String, Object> limits() {
    var limits = services.limits();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("requestsPerAddressPerMinute", limits.requests().perAddressPerMinute());
    answer.put("requestsPerAccountPerMinute", limits.requests().perAccountPerMinute());
    answer.put("streamsPerAddress", limits.requests().streamsPerAddress());
    answer.put("codesPerNumberPerDay", limits.codes().perNumberPerDay());
    answer.put("codesPerAddressPerHour", limits.codes().perAddressPerHour());
    answer.put("codeTries", limits.codes().tries());
    answer.put("queueEnvelopes", limits.mailbox().envelopes());
    answer.put("queueBytes", limits.mailbox().bytes());
    answer.put("messageExpiryDays", limits.mailbox().expiry().toDays());
    answer.put("fileBytes", limits.blobs().bytes());
    answer.put("accountFileBytes", limits.blobs().bytesPerAccount());
    answer.put("fileExpiryDays", limits.blobs().expiry().toDays());
    answer.put("bundlesPerHour", limits.bundleHandOutsPerHour());
    answer.put("askedPerDay", limits.askedPerDay());
    answer.put("freeDiskBytesKept", limits.reservedDiskBytes());
    answer.put("registrationLockDays", limits.accounts().lockDays());
    answer.put("accountIdleDays", limits.accounts().idleDays());
    answer.put("nameLookupsPerDay", limits.accounts().nameLookupsPerDay());
    return answer;
  }

  Map<String, Object> audit(int days) throws IOException {
    List<Map<String, Object>> lines =
        auditLines(days).stream()
            .map(line -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("day", line.day().toString());
              fields.put("kind", line.kind());
              fields.put("upToBytes", line.upToBytes());
              fields.put("count", line.count());
              fields.put("bytes", line.bytes());
              return fields;
            })
            .toList();
    return Map.of("days", lines);
  }

  /// Removes what is over, now.
  public void sweep() throws IOException {
    sweep.all();
  }
}
