package org.juntos.content;

import org.juntos.wire.AccountId;

/// A message, as everybody in its conversation names it: the id alone is its author's choice.
public record MessageName(AccountId author, MessageId id) {}
