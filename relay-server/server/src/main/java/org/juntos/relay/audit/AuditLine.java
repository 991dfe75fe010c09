package org.juntos.relay.audit;

import java.time.LocalDate;

/// What passed in one day (UTC) in one size class.
///
/// @param kind `message` or `file`
/// @param upToBytes the largest size of the class
/// @param bytes all of them together
public record AuditLine(LocalDate day, String kind, long upToBytes, long count, long bytes) {}
