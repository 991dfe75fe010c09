package org.juntos.relay.group;

import org.juntos.wire.Bytes;

/// A group as it is kept. Its members stand in the state under names that are encrypted with the
/// group's key: nothing in it leads to an account, so that it is neither part of what is held on
/// one nor deleted with one.
///
/// @param publicParams serialized GroupPublicParams, by which it is found
/// @param head hash of the change that led to `state`
/// @param state serialized GroupState in its canonical form
/// @param empty whether it has no members any more
public record StoredGroup(
    Bytes publicParams, int revision, Bytes head, Bytes state, boolean empty) {}
