package org.juntos.testkit.relay;

import java.io.IOException;
import java.util.List;
import org.juntos.engine.connection.DiscoveryApi;
import org.juntos.engine.connection.PeopleApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.relay.discovery.Discovery;
import org.juntos.relay.http.OfAccounts;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.ReportReason;
import org.juntos.wire.discovery.Bucket;

/// Other people at an in-process relay.
record DirectPeople(InProcessRelay relay, DirectApi api) implements PeopleApi, DiscoveryApi {
  private static final String ADDRESS = "here";

  private OfAccounts roles() {
    return relay.services().ofAccounts();
  }

  /// Without discovery there is no such path.
  private <T> RelayResult<T> asked(Asked<T> work) throws IOException {
    var discovery = roles().discovery();
    return api.asDevice(device ->
        discovery == null
            ? Verdict.refused(ErrorCode.NOT_FOUND, "There is no such path.")
            : work.of(discovery, device.account()));
  }

  private interface Asked<T> {
    Verdict<T> of(Discovery discovery, AccountId account) throws IOException;
  }

  @Override
  public RelayResult<Done> report(AccountId account, ReportReason reason) throws IOException {
    return api.asDevice(
        device -> roles().reports().take(device.account(), account, reason).map(_ -> new Done()));
  }

  @Override
  public DiscoveryApi discovery() {
    return this;
  }

  @Override
  public RelayResult<Done> list(String number) throws IOException {
    return asked((discovery, account) -> discovery.list(account, number).map(_ -> new Done()));
  }

  @Override
  public RelayResult<Done> unlist() throws IOException {
    return asked((discovery, account) -> {
      discovery.unlist(account);
      return Verdict.granted(new Done());
    });
  }

  @Override
  public RelayResult<Evaluated> evaluate(List<Bytes> blinded) throws IOException {
    return asked((discovery, account) ->
        discovery
            .evaluate(account, ADDRESS, blinded)
            .map(answer -> new Evaluated(answer.points(), answer.bits())));
  }

  @Override
  public RelayResult<Bytes> bucket(Bucket bucket) throws IOException {
    return asked((discovery, account) -> discovery.bucket(account, bucket.number()));
  }
}
