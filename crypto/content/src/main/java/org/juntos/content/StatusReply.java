package org.juntos.content;

/// Names a status: what a message replies to. It says nothing of what was in it, so nothing of that
/// outlasts the status.
///
/// @param kind for when the status is over
public record StatusReply(MessageId status, StatusContent.Kind kind) {}
