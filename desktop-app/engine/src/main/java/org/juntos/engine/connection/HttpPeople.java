package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.ReportReason;
import org.juntos.wire.proto.ReportAccount;

/// Requests about other people, over OkHttp.
record HttpPeople(AuthorizedExchange authorized) implements PeopleApi {
  @Override
  public RelayResult<Done> report(AccountId account, ReportReason reason) throws IOException {
    var body =
        ReportAccount.newBuilder()
            .setAccountId(WireValues.bytes(account.bytes()))
            .setReason(
                switch (reason) {
                  case SPAM -> ReportAccount.Reason.SPAM;
                  case ABUSE -> ReportAccount.Reason.ABUSE;
                  case OTHER -> ReportAccount.Reason.OTHER;
                })
            .build();
    return authorized.send(
        authorized.request(Paths.REPORTS).post(ProtobufBody.of(body)), _ -> new Done());
  }

  @Override
  public DiscoveryApi discovery() {
    return new HttpDiscovery(authorized);
  }
}
