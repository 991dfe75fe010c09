package org.juntos.relay.group;

import org.juntos.wire.Bytes;

/// What somebody shows who asks about a group.
///
/// @param group serialized GroupPublicParams
/// @param presentation serialized AuthCredentialPresentation for that group
/// @param password of an invite link; empty without one
/// @param networkAddress whom limits count
public record Shown(Bytes group, Bytes presentation, Bytes password, String networkAddress) {}
