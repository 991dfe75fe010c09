package org.juntos.relay.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.juntos.relay.report.Reports;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.ReportReason;
import org.juntos.wire.proto.ReportAccount;

/// Reports of accounts.
final class ReportEndpoints {
  private static final About REPORT =
      About.says("Reports an account to the relay's operator, who sees a count; so many a day.")
          .takes(ReportAccount.class)
          .gives(204, "It is counted, if there is such an account and the first report of the day.")
          .refuses(ErrorCode.MALFORMED, ErrorCode.FORBIDDEN);

  private final Reports reports;

  ReportEndpoints(Reports reports) {
    this.reports = reports;
  }

  List<Route> routes() {
    return List.of(Route.authenticated("POST", Paths.REPORTS, this::report).about(REPORT));
  }

  private Answer report(Exchange exchange, DeviceAddress device)
      throws IOException, BadRequestException {
    var message = FromWire.parse(ReportAccount.parser(), exchange.body());
    return Answer.of(
        reports.take(
            device.account(),
            FromWire.account(message.getAccountId()),
            reason(message.getReason())),
        _ -> new Answer.Empty(204, Map.of()));
  }

  private static ReportReason reason(ReportAccount.Reason reason) throws BadRequestException {
    return switch (reason) {
      case SPAM -> ReportReason.SPAM;
      case ABUSE -> ReportReason.ABUSE;
      case OTHER -> ReportReason.OTHER;
      case REASON_UNSPECIFIED, UNRECOGNIZED ->
          throw BadRequestException.malformed("A report has a reason.");
    };
  }
}
