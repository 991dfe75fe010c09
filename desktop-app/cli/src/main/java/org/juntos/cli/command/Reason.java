package org.juntos.cli.command;

import org.juntos.wire.ReportReason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads why somebody is reported.
final class Reason implements ITypeConverter<ReportReason> {
  @Override
  public ReportReason convert(String value) {
    var reason = ReportReason.parse(value);
    if (reason == null) {
      throw new TypeConversionException("REASON is spam, abuse or other");
    }
    return reason;
  }
}
