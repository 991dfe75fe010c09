package org.juntos.relay.http;

import org.juntos.relay.access.EndorsedSends;
import org.juntos.relay.group.Groups;
import org.juntos.relay.sealed.GroupAuthority;

/// What belongs to groups.
///
/// @param params what clients check the relay's credentials with
public record OfGroups(
    Groups groups, GroupAuthority authority, EndorsedSends sends, Signed params) {}
