package org.juntos.bench.load;

/// A mailbox that one sender fills.
///
/// @param firstRequest number of the sender's first request for it
/// @param stride how far apart the sender's requests for it are
public record Mailbox(Account account, long firstRequest, int stride) {}
